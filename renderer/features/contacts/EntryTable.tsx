import { Button, Skeleton } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import type { EntryRow } from '../../../shared/contract/contacts.ts';
import { collectedKinds } from '../../../shared/domain/contact-collection.ts';
import { deskQuery } from '../../api.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorCard } from '../../ui/ErrorCard.tsx';
import styles from './Contacts.module.css';
import { EntryField } from './EntryField.tsx';
import { type Entering, useEntering } from './use-entering.ts';
import { WayField } from './WayField.tsx';

/** People of a class in its order with their contacts to type over; every field is written when it is left. */
export function EntryTable({ classId }: { readonly classId: number }) {
  const t = useTranslations('contacts');
  const query = useQuery(deskQuery.contacts.entry.queryOptions({ input: { classId } }));
  const entering = useEntering();
  const rows = query.data;
  if (query.error !== null) return <ErrorCard error={query.error} onRetry={() => void query.refetch()} />;
  if (rows === undefined) return <Skeleton height={300} />;
  if (rows.length === 0) return <EmptyState title={t('empty.nobody')} />;
  return (
    <>
      <EntryBar entering={entering} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard (axe scrollable-region-focusable) */}
      <section className={styles.scroll} tabIndex={0} aria-label={t('view.entry')}>
        <table className={styles.entry}>
          <thead>
            <tr>
              <th scope="col">{t('column.who')}</th>
              {collectedKinds.map((kind) => (
                <th key={kind} scope="col">
                  {t(`column.${kind}`)}
                </th>
              ))}
              <th scope="col">{t('column.way')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row, place) => (
              <PersonRow key={`${row.pupilId} ${row.personId}`} row={row} place={place} entering={entering} />
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}

interface PersonRowProps {
  readonly row: EntryRow;
  readonly place: number;
  readonly entering: Entering;
}

function PersonRow({ row, place, entering }: PersonRowProps) {
  return (
    <tr data-pupil={row.role === 'pupil' || undefined}>
      <th scope="row">
        <Who row={row} />
      </th>
      {collectedKinds.map((kind) => (
        <td key={kind}>
          <EntryField row={row} kind={kind} place={place} save={entering.save} />
        </td>
      ))}
      <td>
        <WayField row={row} save={entering.save} />
      </td>
    </tr>
  );
}

function Who({ row }: { readonly row: EntryRow }) {
  const t = useTranslations('contacts');
  const relation = useTranslations('states.relation');
  const { name, relation: to, mayUseEsia, more } = row;
  const facts = [to === null ? t('pupil') : relation(to), ...(more > 0 ? [t('more', { count: more })] : [])];
  return (
    <>
      <span className={styles.name}>{name}</span>
      <span className={styles.quiet}>{facts.join(', ')}</span>
      {mayUseEsia ? <span className={styles.esia}>{t('esia')}</span> : null}
    </>
  );
}

/** How many were written, and the way back. */
function EntryBar({ entering }: { readonly entering: Entering }) {
  const t = useTranslations('contacts');
  return (
    <div className={styles.bar}>
      <span className={styles.quiet}>{t('hint')}</span>
      <span className={styles.saved} role="status">
        {entering.saved === 0 ? '' : t('saved', { count: entering.saved })}
      </span>
      {entering.saved === 0 ? null : (
        <Button
          size="compact-sm"
          variant="subtle"
          leftSection={<IconArrowBackUp size={14} />}
          onClick={entering.undoLast}
        >
          {t('undo')}
        </Button>
      )}
    </div>
  );
}
