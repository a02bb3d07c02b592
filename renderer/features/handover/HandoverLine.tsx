import { IconCheck } from '@tabler/icons-react';
import { Link, useSearch } from '@tanstack/react-router';
import type { CSSProperties } from 'react';
import { useTranslations } from 'use-intl';
import type { HandoverRow } from '../../../shared/contract/credentials.ts';
import { showDate, showMoment } from '../../ui/dates.ts';
import { useLanguage } from '../../ui/language.tsx';
import styles from './Handover.module.css';
import { type RowStatus, statusOf } from './handover-rows.ts';
import { LineMenu } from './LineMenu.tsx';
import type { RollCall } from './use-roll-call.ts';

interface HandoverLineProps {
  readonly call: RollCall;
  readonly row: HandoverRow;
  readonly place: number;
  readonly style: CSSProperties;
}

/** One person: a big tick, the name, of whom, the login, and when and by whom the slip was handed over. */
export function HandoverLine({ call, row, place, style }: HandoverLineProps) {
  const status = statusOf(row);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a click only moves the cursor; the tick beside it is the control
    // biome-ignore lint/a11y/useKeyWithClickEvents: arrows move the cursor
    <div
      className={styles.row}
      style={style}
      data-status={status}
      data-role={row.role}
      data-cursor={place === call.cursor || undefined}
      onClick={() => call.moveTo(place)}
    >
      <Tick row={row} status={status} onToggle={() => call.toggle(place)} />
      <Who row={row} />
      <span className={`desk-mono ${styles.login}`}>
        {row.login}
        <Copy row={row} />
      </span>
      <State row={row} status={status} />
      <LineMenu call={call} row={row} />
    </div>
  );
}

/** The id of a person's tick, for `aria-activedescendant`. */
export function tickId(row: HandoverRow): string {
  return `handover-${row.credentialId}`;
}

interface TickProps {
  readonly row: HandoverRow;
  readonly status: RowStatus;
  readonly onToggle: () => void;
}

function Tick({ row, status, onToggle }: TickProps) {
  const t = useTranslations('handover');
  return (
    // biome-ignore lint/a11y/useSemanticElements: a native checkbox cannot fill the height of the row
    <button
      id={tickId(row)}
      type="button"
      role="checkbox"
      className={styles.tick}
      tabIndex={-1}
      aria-checked={status === 'received'}
      aria-label={t('tick', { name: row.title })}
      disabled={status !== 'waiting' && status !== 'refused' && status !== 'received'}
      // The focus stays in the search field, ready for the next name.
      onMouseDown={(event) => event.preventDefault()}
      onClick={(event) => {
        event.stopPropagation();
        onToggle();
      }}
    >
      <span className={styles.circle} data-received={status === 'received' || undefined}>
        {status === 'received' ? <IconCheck size={18} stroke={2.6} aria-hidden /> : null}
      </span>
    </button>
  );
}

/** A later copy says so: an older slip of the same person is void. */
function Copy({ row }: { readonly row: HandoverRow }) {
  const t = useTranslations('handover');
  if (row.copyNumber < 2) return null;
  return <span className={styles.copy}>{t('copy', { number: row.copyNumber })}</span>;
}

function Who({ row }: { readonly row: HandoverRow }) {
  const t = useTranslations('handover');
  const [surname, ...rest] = row.title.split(' ');
  return (
    <span className={styles.who}>
      <span className={styles.name}>
        <b>{surname}</b> {rest.join(' ')}
      </span>
      {row.children.length === 0 ? null : (
        <span className={styles.children}>{t('of', { names: row.children.join(', ') })}</span>
      )}
    </span>
  );
}

function State({ row, status }: Omit<TickProps, 'onToggle'>) {
  const t = useTranslations('handover.state');
  switch (status) {
    case 'waiting':
      return <span className={styles.state}>{t('waiting')}</span>;
    case 'refused':
      return <Refused row={row} />;
    case 'received':
      return <Received row={row} />;
    case 'not-printed':
      return <NotPrinted />;
    case 'expired':
    case 'revoked':
      return <span className={styles.state}>{t(status)}</span>;
  }
}

function Received({ row }: { readonly row: HandoverRow }) {
  const t = useTranslations('handover.state');
  const { language } = useLanguage();
  const moment = row.handedOverAt === null ? '' : showMoment(row.handedOverAt, language);
  const who = row.handedOverBy;
  const day = row.receivedOn !== null && !row.handedOverAt?.startsWith(row.receivedOn) ? row.receivedOn : undefined;
  const said = who === '' ? t('received', { moment }) : t('receivedBy', { moment, who });
  return (
    <span className={styles.state}>
      {day === undefined ? said : t('received', { moment: showDate(day, language) })}
      <TakenBy row={row} />
    </span>
  );
}

/** Who took the slip, when it was not the person it is for. */
function TakenBy({ row }: { readonly row: HandoverRow }) {
  const t = useTranslations('handover.receiver');
  const { receivedBy } = row;
  if (receivedBy === null || receivedBy === row.role) return null;
  return (
    <span className={styles.takenBy}>
      {receivedBy === 'trusted' ? t('byTrust', { name: row.receiverName }) : t(receivedBy)}
    </span>
  );
}

function Refused({ row }: { readonly row: HandoverRow }) {
  const t = useTranslations('handover.state');
  const { language } = useLanguage();
  return (
    <span className={styles.state}>
      {t('refused', { date: row.refusedOn === null ? '' : showDate(row.refusedOn, language) })}
    </span>
  );
}

function NotPrinted() {
  const t = useTranslations('handover');
  const { classId, chosen, for: holders } = useSearch({ strict: false });
  return (
    <span className={styles.state}>
      {t('state.notPrinted')}{' '}
      <Link to="/slips" search={{ classId, chosen, for: holders }} className={styles.link ?? ''}>
        {t('toPrint')}
      </Link>
    </span>
  );
}
