import { Button, Select, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { PortalColumns, PortalFile, ReconciliationRun } from '../../../shared/contract/reconciliation.ts';
import { desk, deskQuery } from '../../api.ts';
import type { ChosenFile } from '../../desk-bridge.ts';
import { refreshRegistry } from '../../query.ts';
import { ColumnsTable } from '../../ui/ColumnsTable.tsx';
import { ErrorCard } from '../../ui/ErrorCard.tsx';
import { ProgressLine } from '../../ui/ProgressLine.tsx';
import { toastDone } from '../../ui/toast.tsx';
import { useFieldTitle } from '../../ui/use-field-title.ts';
import { useStream } from '../../ui/use-stream.ts';
import styles from './Reconciliation.module.css';

const kinds = ['export', 'refused'] as const;
const rowKinds = ['pupils', 'guardians', 'by-role'] as const;

interface PortalColumnsStepProps {
  readonly file: ChosenFile;
  readonly onAnother: () => void;
  readonly onDone: () => void;
}

type RunDone = { readonly kind: 'done'; readonly run: ReconciliationRun; readonly undoRunId: number | null };

/** How the file was understood, with every guess to be changed; then it is run, with progress and cancel. */
export function PortalColumnsStep({ file, onAnother, onDone }: PortalColumnsStepProps) {
  const t = useTranslations('reconciliation.new');
  const [choices, setChoices] = useState<Omit<PortalFile, 'fileToken'>>({});
  const [kind, setKind] = useState<(typeof kinds)[number]>('export');
  const [asOf, setAsOf] = useState<string>();
  const input = { fileToken: file.token, ...choices };
  const query = useQuery(deskQuery.reconciliation.columns.queryOptions({ input, placeholderData: (before) => before }));
  const stream = useStream<RunDone>();
  const columns = query.data;
  const start = () =>
    stream.start(
      (signal) => desk.reconciliation.run({ ...input, kind, ...(asOf === undefined ? {} : { asOf }) }, { signal }),
      ({ run: { counts } }) => {
        const { linked, suggested, findings } = counts;
        toastDone(t('done', { linked, suggested, findings }));
        void refreshRegistry();
        onDone();
      },
    );
  if (stream.running)
    return (
      <div className={styles.columnsStep}>
        <p>{t('reading', { name: file.name })}</p>
        <ProgressLine progress={stream.progress} onCancel={stream.cancel} />
      </div>
    );
  return (
    <div className={styles.columnsStep}>
      {stream.error === null ? null : <ErrorCard error={stream.error} onRetry={start} />}
      {query.error === null ? null : <ErrorCard error={query.error} onRetry={() => void query.refetch()} />}
      {columns === undefined ? null : (
        <>
          <Choices
            columns={columns}
            name={file.name}
            kind={kind}
            asOf={asOf}
            onKind={setKind}
            onAsOf={setAsOf}
            onRowsAre={(rowsAre) => setChoices({ ...choices, rowsAre })}
          />
          <Notes columns={columns} />
          <ColumnsTable
            preview={columns}
            byHand={choices.fields}
            onFields={(fields) => setChoices({ ...choices, fields: [...fields] })}
          />
        </>
      )}
      <div className={styles.foot}>
        <Button variant="default" onClick={onAnother}>
          {t('another')}
        </Button>
        <Button
          disabled={columns === undefined || columns.missingFields.length > 0 || query.isFetching}
          onClick={start}
        >
          {t('run', { rows: columns?.rows ?? 0 })}
        </Button>
      </div>
    </div>
  );
}

interface ChoicesProps {
  readonly columns: PortalColumns;
  readonly name: string;
  readonly kind: (typeof kinds)[number];
  readonly asOf: string | undefined;
  readonly onKind: (kind: (typeof kinds)[number]) => void;
  readonly onAsOf: (date: string | undefined) => void;
  readonly onRowsAre: (rowsAre: (typeof rowKinds)[number]) => void;
}

function Choices({ columns, name, kind, asOf, onKind, onAsOf, onRowsAre }: ChoicesProps) {
  const t = useTranslations('reconciliation.new');
  return (
    <>
      <p>{t('read', { rows: columns.rows, name })}</p>
      <div className={styles.choices}>
        <Select
          w={220}
          label={t('kind')}
          allowDeselect={false}
          data={kinds.map((value) => ({ value, label: t(value) }))}
          value={kind}
          onChange={(value) => onKind(kinds.find((one) => one === value) ?? 'export')}
        />
        <Select
          w={320}
          label={t('rowsAre')}
          allowDeselect={false}
          data={rowKinds.map((value) => ({ value, label: t(value) }))}
          value={columns.rowsAre}
          onChange={(value) => onRowsAre(rowKinds.find((one) => one === value) ?? 'pupils')}
        />
        <TextInput
          w={170}
          type="date"
          label={t('asOf')}
          value={asOf ?? columns.asOf ?? ''}
          onChange={(event) => onAsOf(event.currentTarget.value === '' ? undefined : event.currentTarget.value)}
        />
      </div>
    </>
  );
}

function Notes({ columns }: { readonly columns: PortalColumns }) {
  const t = useTranslations('reconciliation.new');
  const title = useFieldTitle();
  const { missingFields, portalColumns } = columns;
  return (
    <>
      {portalColumns ? <p className={styles.note}>{t('portalColumns')}</p> : null}
      {missingFields.length === 0 ? null : (
        <p className={styles.note} data-missing role="alert">
          {t('missing', { fields: missingFields.map(title).join(', ') })}
        </p>
      )}
    </>
  );
}
