import { Button, Group, Loader, Modal, Select } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Printer } from '../../desk-bridge.ts';
import { ErrorCard, TroubleCard } from '../../ui/ErrorCard.tsx';
import type { PaperJob } from './paper-job.ts';
import type { PrintTrouble } from './print-state.ts';
import styles from './Slips.module.css';
import type { Printing } from './use-printing.ts';
import type { Sheets } from './use-sheets.ts';

interface PrintDialogProps {
  readonly job: PaperJob;
  readonly sheets: Pick<Sheets, 'pages' | 'slips'>;
  readonly printing: Printing;
}

/** Asks for the printer; says what goes wrong; offers the file instead. */
export function PrintDialog({ job, sheets, printing }: PrintDialogProps) {
  const t = useTranslations('slips.print');
  const action = useTranslations('app.action');
  const { state } = printing;
  const opened = state.kind === 'choosing' || state.kind === 'working';
  return (
    <Modal
      opened={opened}
      size={540}
      onClose={state.kind === 'working' ? () => undefined : printing.close}
      title={t('title')}
      closeButtonProps={{ 'aria-label': action('close') }}
    >
      {opened ? <PrinterChoice job={job} sheets={sheets} printing={printing} /> : null}
    </Modal>
  );
}

function PrinterChoice({ job, sheets, printing }: PrintDialogProps) {
  const words = useTranslations('slips');
  const { state } = printing;
  const printers = usePrinters();
  const [chosen, setChosen] = useState<string | null>(null);
  const usual = printers.found.find((one) => one.isDefault) ?? printers.found[0];
  const printer = chosen ?? usual?.name;
  const trouble = state.kind === 'choosing' ? state.trouble : undefined;
  const pages = words('pages', { count: sheets.pages });
  return (
    <div className={styles.dialog}>
      <p className={styles.summary}>
        {job.kind === 'slips' ? `${words('count', { count: sheets.slips })}, ${pages}` : pages}
      </p>
      {trouble === undefined ? null : <TroubleWords trouble={trouble} />}
      <PrinterField printers={printers} printer={printer ?? null} told={trouble !== undefined} onChoose={setChosen} />
      {job.kind === 'slips' && printer !== undefined ? <p className={styles.copies}>{words('print.copies')}</p> : null}
      <Actions job={job} sheets={sheets} printing={printing} printer={printer} />
    </div>
  );
}

interface ActionsProps extends PrintDialogProps {
  readonly printer: string | undefined;
}

function Actions({ job, sheets, printing, printer }: ActionsProps) {
  const words = useTranslations('slips');
  const action = useTranslations('app.action');
  const { state } = printing;
  const working = state.kind === 'working';
  return (
    <Group justify="space-between" gap="xs" mt="xs">
      <Button variant={printer === undefined ? 'filled' : 'subtle'} disabled={working} onClick={printing.save}>
        {words('menu.savePdf')}
      </Button>
      {working ? (
        <span className={styles.working} role="status">
          <Loader size={16} /> {words(`print.working.${state.stage}`)}
        </span>
      ) : (
        <Group gap="xs">
          <Button variant="default" onClick={printing.close}>
            {action('cancel')}
          </Button>
          {printer === undefined ? null : (
            <Button data-autofocus leftSection={<IconPrinter size={16} />} onClick={() => printing.print(printer)}>
              {job.kind === 'slips' ? words('action', { count: sheets.slips }) : action('print')}
            </Button>
          )}
        </Group>
      )}
    </Group>
  );
}

interface Printers {
  readonly found: readonly Printer[];
  readonly searching: boolean;
  readonly search: () => void;
}

interface PrinterFieldProps {
  readonly printers: Printers;
  readonly printer: string | null;
  /** Another trouble stands above; one card is enough. */
  readonly told: boolean;
  readonly onChoose: (printer: string | null) => void;
}

function PrinterField({ printers, printer, told, onChoose }: PrinterFieldProps) {
  const t = useTranslations('slips.print');
  if (printers.found.length > 0) {
    return (
      <Select
        label={t('printer')}
        data={printers.found.map((one) => one.name)}
        value={printer}
        allowDeselect={false}
        onChange={onChoose}
      />
    );
  }
  if (printers.searching) {
    return (
      <span className={styles.working} role="status">
        <Loader size={16} /> {t('searching')}
      </span>
    );
  }
  const words = { title: t('noPrinter.title'), kept: t('noPrinter.kept'), next: t('noPrinter.next') };
  return (
    <>
      {told ? null : <TroubleCard words={words} />}
      <Button variant="default" size="xs" className={styles.again ?? ''} onClick={printers.search}>
        {t('noPrinter.search')}
      </Button>
    </>
  );
}

/** Asks the system anew every time the dialog opens: printers are switched on and off. */
function usePrinters(): Printers {
  const query = useQuery({
    queryKey: ['printers'],
    queryFn: () => window.diaryDesk.printers(),
    staleTime: 0,
    gcTime: 0,
  });
  return { found: query.data ?? [], searching: query.isFetching, search: () => void query.refetch() };
}

function TroubleWords({ trouble }: { readonly trouble: PrintTrouble }) {
  const t = useTranslations('slips.print');
  switch (trouble.kind) {
    case 'error':
      return <ErrorCard error={trouble.error} />;
    case 'printer':
      return <TroubleCard words={{ title: trouble.message, kept: t('failed.kept'), next: t('failed.next') }} />;
    case 'disk':
      return <TroubleCard words={{ title: trouble.message, kept: t('saveFailed.kept'), next: t('saveFailed.next') }} />;
  }
}
