import { Button, TagsInput } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Language } from '../../../shared/contract/base.ts';
import type { PrintBatch } from '../../../shared/contract/slips.ts';
import { deskQuery } from '../../api.ts';
import { refreshRegistry } from '../../query.ts';
import { showMoment } from '../../ui/dates.ts';
import { ErrorCard } from '../../ui/ErrorCard.tsx';
import { useLanguage } from '../../ui/language.tsx';
import { SidePanel } from '../../ui/SidePanel.tsx';
import { Badge } from '../../ui/StatusBadge.tsx';
import { toastDone } from '../../ui/toast.tsx';
import { PrintDialog } from './PrintDialog.tsx';
import type { PaperJob } from './paper-job.ts';
import { positionsOf } from './positions.ts';
import styles from './Slips.module.css';
import { usePrinting } from './use-printing.ts';

interface BatchesPanelProps {
  readonly language: Language;
  readonly onClose: () => void;
}

/** What has been printed: each batch with its sheet and with the slips that the printer spoiled. */
export function BatchesPanel({ language, onClose }: BatchesPanelProps) {
  const t = useTranslations('slips.batches');
  const query = useQuery(deskQuery.slips.batches.queryOptions());
  const printed = query.data?.filter((batch) => batch.state === 'printed') ?? [];
  return (
    <SidePanel title={t('title')} subtitle={t('text')} onClose={onClose}>
      {query.error === null ? null : <ErrorCard error={query.error} onRetry={() => void query.refetch()} />}
      {printed.length === 0 && query.data !== undefined ? <p className={styles.listText}>{t('none')}</p> : null}
      {printed.map((batch) => (
        <BatchBlock key={batch.batchId} batch={batch} language={language} />
      ))}
    </SidePanel>
  );
}

function BatchBlock({ batch, language }: { readonly batch: PrintBatch; readonly language: Language }) {
  const t = useTranslations('slips.batches');
  const count = useTranslations('slips')('count', { count: batch.slips });
  const [spoiling, setSpoiling] = useState(false);
  const shown = useLanguage().language;
  return (
    <section className={styles.batch} aria-label={t('number', { number: String(batch.batchId) })}>
      <div className={styles.batchHead}>
        <b>{t('number', { number: String(batch.batchId) })}</b>
        <span className={styles.batchFacts}>{count}</span>
        {batch.spoiled.length === 0 ? null : (
          <Badge meaning="waiting">{t('spoiledCount', { count: batch.spoiled.length })}</Badge>
        )}
      </div>
      <p className={styles.batchFacts}>
        {showMoment(batch.at, shown)}, {batch.who}
      </p>
      {spoiling ? (
        <SpoilForm batch={batch} onDone={() => setSpoiling(false)} />
      ) : (
        <div className={styles.batchActions}>
          <PrintBatchSheet batchId={batch.batchId} language={language} />
          <Button size="compact-sm" variant="subtle" onClick={() => setSpoiling(true)}>
            {t('spoil')}
          </Button>
        </div>
      )}
    </section>
  );
}

const onePage = { pages: 1, slips: 0 };

function PrintBatchSheet({ batchId, language }: { readonly batchId: number; readonly language: Language }) {
  const t = useTranslations('slips.batches');
  const job: PaperJob = { kind: 'batch', batchId, language };
  const printing = usePrinting(job);
  return (
    <>
      <Button size="compact-sm" variant="default" leftSection={<IconPrinter size={14} />} onClick={printing.choose}>
        {t('sheet')}
      </Button>
      <PrintDialog job={job} sheets={onePage} printing={printing} />
    </>
  );
}

interface SpoilFormProps {
  readonly batch: PrintBatch;
  readonly onDone: () => void;
}

/** The numbers after the dash on the spoiled slips: «3, 7, 12–14». */
function SpoilForm({ batch, onDone }: SpoilFormProps) {
  const t = useTranslations('slips.batches');
  const action = useTranslations('app.action');
  const [typed, setTyped] = useState<string[]>([]);
  const positions = positionsOf(typed, batch.slips);
  const spoil = useMutation(
    deskQuery.slips.spoil.mutationOptions({
      onSuccess: ({ spoiled }) => {
        toastDone(t('spoiled', { count: spoiled }));
        onDone();
        return refreshRegistry();
      },
    }),
  );
  return (
    <div className={styles.spoil}>
      <TagsInput
        autoFocus
        label={t('which')}
        description={t('whichHint', { batch: String(batch.batchId), last: batch.slips })}
        splitChars={[',', ' ', ';']}
        acceptValueOnBlur
        value={typed}
        onChange={setTyped}
      />
      {spoil.error === null ? null : <ErrorCard error={spoil.error} />}
      <div className={styles.batchActions}>
        <Button
          size="compact-md"
          loading={spoil.isPending}
          disabled={positions.length === 0}
          onClick={() => spoil.mutate({ batchId: batch.batchId, positions })}
        >
          {t('spoilAction', { count: positions.length })}
        </Button>
        <Button size="compact-md" variant="default" onClick={onDone}>
          {action('cancel')}
        </Button>
      </div>
    </div>
  );
}
