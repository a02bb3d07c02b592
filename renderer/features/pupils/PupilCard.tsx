import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import type { PupilCard as Card } from '../../../shared/contract/pupils.ts';
import { formatFullName } from '../../../shared/domain/person-name.ts';
import { deskQuery } from '../../api.ts';
import { showDate } from '../../ui/dates.ts';
import { ErrorCard } from '../../ui/ErrorCard.tsx';
import { useLanguage } from '../../ui/language.tsx';
import { PanelGroup, SidePanel } from '../../ui/SidePanel.tsx';
import { CardContacts } from './CardContacts.tsx';
import { CardCredentials } from './CardCredentials.tsx';
import { CardGuardians } from './CardGuardians.tsx';
import styles from './PupilCard.module.css';

interface PupilCardProps {
  readonly pupilId: number;
  readonly onClose: () => void;
}

/** Everything the school knows of one pupil, on the right of the table. */
export function PupilCard({ pupilId, onClose }: PupilCardProps) {
  const t = useTranslations('pupils.card');
  const query = useQuery(deskQuery.pupils.card.queryOptions({ input: { pupilId } }));
  const card = query.data;
  return (
    <SidePanel
      title={card === undefined ? t('label') : formatFullName(card.person.name)}
      subtitle={card === undefined ? undefined : <Subtitle card={card} />}
      onClose={onClose}
    >
      {query.error === null ? null : <ErrorCard error={query.error} onRetry={() => void query.refetch()} />}
      {card === undefined ? <Skeleton height={240} visible={query.isPending} /> : <CardBody card={card} />}
    </SidePanel>
  );
}

function Subtitle({ card }: { readonly card: Card }) {
  const t = useTranslations('pupils.card');
  const { language } = useLanguage();
  const { birthDate } = card.person;
  return (
    <>
      <span>{card.className}</span>
      {birthDate === null || card.age === null ? null : (
        <span>{t('birth', { date: showDate(birthDate, language), age: card.age })}</span>
      )}
    </>
  );
}

function CardBody({ card }: { readonly card: Card }) {
  const t = useTranslations('pupils.card');
  return (
    <>
      {card.teacherName === '' ? null : <p className={styles.teacher}>{t('teacher', { name: card.teacherName })}</p>}
      {card.age !== null && card.age >= 14 ? <p className={styles.quiet}>{t('esia')}</p> : null}
      <PanelGroup title={t('credentials')}>
        <CardCredentials credentials={card.person.credentials} />
      </PanelGroup>
      <PanelGroup title={t('contacts')}>
        <CardContacts contacts={card.person.contacts} />
      </PanelGroup>
      <PanelGroup title={t('guardians')}>
        <CardGuardians guardians={card.guardians} />
      </PanelGroup>
      <PanelGroup title={t('codes')}>
        <Codes card={card} />
      </PanelGroup>
      {card.enrolments.length > 1 ? <Classes card={card} /> : null}
      {card.formerNames.length > 0 ? <FormerNames card={card} /> : null}
      <PanelGroup title={t('history')}>
        <History card={card} />
      </PanelGroup>
    </>
  );
}

function Codes({ card }: { readonly card: Card }) {
  const t = useTranslations('pupils.card');
  if (card.codes.length === 0) return <p className={styles.quiet}>{t('noCodes')}</p>;
  return (
    <dl className={styles.pairs}>
      {card.codes.map((code) => (
        <div key={code.id} className={styles.pair}>
          <dt>
            {t(`codeKind.${code.kind}`)}, {code.system}
          </dt>
          <dd className={`${styles.code} desk-mono`}>{code.value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Classes({ card }: { readonly card: Card }) {
  const t = useTranslations('pupils.card');
  const { language } = useLanguage();
  return (
    <PanelGroup title={t('classes')}>
      <ul className={styles.list}>
        {card.enrolments.map((one) => (
          <li key={`${one.className} ${one.from}`}>
            <b>{one.className}</b>{' '}
            {t('period', {
              from: showDate(one.from, language),
              to: one.to === null ? t('now') : showDate(one.to, language),
            })}
          </li>
        ))}
      </ul>
    </PanelGroup>
  );
}

function FormerNames({ card }: { readonly card: Card }) {
  const t = useTranslations('pupils.card');
  const { language } = useLanguage();
  return (
    <PanelGroup title={t('formerNames')}>
      <ul className={styles.list}>
        {card.formerNames.map((one) => (
          <li key={`${one.name} ${one.until}`}>
            {one.name}, {t('until', { date: showDate(one.until, language) })}
          </li>
        ))}
      </ul>
    </PanelGroup>
  );
}

function History({ card }: { readonly card: Card }) {
  const t = useTranslations('history');
  const { language } = useLanguage();
  return (
    <ol className={styles.history}>
      {card.history.map((entry, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: entries have no id and never move
        <li key={place}>
          <time dateTime={entry.at}>{showDate(entry.at, language)}</time>
          <span>
            {t(entry.what)}
            {entry.details === '' ? null : <span className={styles.quiet}> · {entry.details}</span>}
            {entry.who === '' ? null : <span className={styles.quiet}> · {entry.who}</span>}
          </span>
        </li>
      ))}
    </ol>
  );
}
