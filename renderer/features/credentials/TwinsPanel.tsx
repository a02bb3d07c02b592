import { Button, Group, Radio } from '@mantine/core';
import { IconUsersGroup } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { GuardianTwins } from '../../../shared/contract/credentials.ts';
import { deskQuery } from '../../api.ts';
import { refreshRegistry } from '../../query.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { ErrorCard } from '../../ui/ErrorCard.tsx';
import { SidePanel } from '../../ui/SidePanel.tsx';
import { StatusBadge } from '../../ui/StatusBadge.tsx';
import { toastDone } from '../../ui/toast.tsx';
import { useOpenDuplicates } from '../../ui/use-open-duplicates.ts';
import styles from './Issue.module.css';

/** Guardians of one name with two logins: the person decides whether they are one, and which login stays. */
export function TwinsPanel({ onClose }: { readonly onClose: () => void }) {
  const t = useTranslations('credentials.twins');
  const query = useQuery(deskQuery.credentials.twins.queryOptions());
  return (
    <SidePanel title={t('title')} subtitle={t('text')} onClose={onClose}>
      {query.error === null ? null : <ErrorCard error={query.error} onRetry={() => void query.refetch()} />}
      {query.data?.length === 0 ? <p className={styles.none}>{t('none')}</p> : null}
      {query.data?.map((twins) => (
        <TwinsBlock key={`${twins.first.personId} ${twins.second.personId}`} twins={twins} />
      ))}
    </SidePanel>
  );
}

type Holder = GuardianTwins['first'];

function TwinsBlock({ twins: { first, second } }: { readonly twins: GuardianTwins }) {
  const t = useTranslations('credentials.twins');
  const [keep, setKeep] = useState(first.personId);
  const [asked, setAsked] = useState(false);
  const openDuplicates = useOpenDuplicates();
  const [kept, dropped] = keep === first.personId ? [first, second] : [second, first];
  return (
    <section className={styles.twins} aria-label={first.title}>
      <h3 className={styles.twinsName}>{first.title}</h3>
      <Radio.Group
        aria-label={t('which')}
        value={String(keep)}
        onChange={(value) => setKeep(Number(value))}
        className={styles.twinsChoice ?? ''}
      >
        {[first, second].map((holder) => (
          <HolderCard key={holder.personId} holder={holder} />
        ))}
      </Radio.Group>
      <Group gap={6}>
        <Button
          size="compact-md"
          variant="default"
          leftSection={<IconUsersGroup size={15} />}
          onClick={() => setAsked(true)}
        >
          {t('action')}
        </Button>
        {openDuplicates === undefined ? null : (
          <Button size="compact-md" variant="subtle" onClick={() => openDuplicates(first.personId, first.title)}>
            {t('compare')}
          </Button>
        )}
      </Group>
      {asked ? <MergeQuestion kept={kept} dropped={dropped} onClose={() => setAsked(false)} /> : null}
    </section>
  );
}

function HolderCard({ holder }: { readonly holder: Holder }) {
  const t = useTranslations('credentials.twins');
  const children = holder.children.map((child) => `${child.name}, ${child.className}`).join('; ');
  return (
    <Radio.Card value={String(holder.personId)} className={styles.holder ?? ''}>
      <Radio.Indicator size="sm" />
      <span className={styles.holderWords}>
        <span className={styles.holderLogin}>
          <span className="desk-mono">{holder.login ?? t('noLogin')}</span>
          <StatusBadge state={holder.state} />
        </span>
        <span className={styles.quiet}>{t('children', { names: children })}</span>
      </span>
    </Radio.Card>
  );
}

interface MergeQuestionProps {
  readonly kept: Holder;
  readonly dropped: Holder;
  readonly onClose: () => void;
}

function MergeQuestion({ kept, dropped, onClose }: MergeQuestionProps) {
  const t = useTranslations('credentials.twins');
  const merge = useMutation(
    deskQuery.credentials.mergeGuardians.mutationOptions({
      onSuccess: ({ children }) => {
        toastDone(t('done', { name: kept.title, children }));
        onClose();
        return refreshRegistry();
      },
    }),
  );
  return (
    <ConfirmDialog
      opened
      title={t('confirmTitle')}
      confirmLabel={t('action')}
      final
      busy={merge.isPending}
      onClose={onClose}
      onConfirm={() => merge.mutate({ keepPersonId: kept.personId, dropPersonId: dropped.personId })}
    >
      {merge.error === null ? (
        t('consequence', {
          kept: kept.login ?? '',
          dropped: dropped.login ?? '',
          children: kept.children.length + dropped.children.length,
        })
      ) : (
        <ErrorCard error={merge.error} />
      )}
    </ConfirmDialog>
  );
}
