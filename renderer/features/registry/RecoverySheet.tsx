import { Button, Checkbox } from '@mantine/core';
import { IconDeviceFloppy, IconPrinter } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslations } from 'use-intl';
import { desk } from '../../api.ts';
import { ErrorCard } from '../../ui/ErrorCard.tsx';
import { toastDone } from '../../ui/toast.tsx';
import { useContentProtection } from '../../ui/use-content-protection.ts';
import { Card } from './Card.tsx';
import styles from './Registry.module.css';

interface RecoverySheetProps {
  readonly recoveryCode: string;
  /** The code replaces an earlier one. */
  readonly renewed?: boolean;
  /** Over the title: the first run's steps. */
  readonly steps?: ReactNode;
  readonly onKept: () => void;
}

/** Shows the recovery code once; goes on only when the person says that it is kept safe. */
export function RecoverySheet({ recoveryCode, renewed = false, steps, onKept }: RecoverySheetProps) {
  const t = useTranslations('registry.recovery');
  useContentProtection();
  const [kept, setKept] = useState(false);
  return (
    <Card title={t(renewed ? 'newTitle' : 'title')} steps={steps} wide>
      <p className={styles.text}>{t(renewed ? 'newText' : 'text')}</p>
      <output className={`${styles.code} desk-mono`} aria-label={t('code')}>
        {recoveryCode}
      </output>
      <SheetButtons />
      <Checkbox label={t('kept')} checked={kept} onChange={(event) => setKept(event.currentTarget.checked)} />
      <div className={styles.buttons}>
        <div className={styles.buttonsEnd}>
          <Button disabled={!kept} onClick={onKept}>
            {t('next')}
          </Button>
        </div>
      </div>
    </Card>
  );
}

function SheetButtons() {
  const t = useTranslations('registry.recovery');
  const print = useMutation({
    mutationFn: printSheet,
    onSuccess: (done) => done === 'printed' && toastDone(t('printed')),
  });
  const save = useMutation({
    mutationFn: saveSheet,
    onSuccess: (name) => name !== undefined && toastDone(t('saved', { fileName: name })),
  });
  const failed = print.error ?? save.error;
  return (
    <>
      <div className={styles.sheetButtons}>
        <Button
          variant="default"
          leftSection={<IconPrinter size={16} />}
          loading={print.isPending}
          onClick={() => print.mutate()}
        >
          {t('print')}
        </Button>
        <Button
          variant="default"
          leftSection={<IconDeviceFloppy size={16} />}
          loading={save.isPending}
          onClick={() => save.mutate()}
        >
          {t('save')}
        </Button>
      </div>
      {failed === null ? null : <ErrorCard error={failed} />}
      {print.data === 'no-printer' ? <p className={styles.demo}>{t('noPrinter')}</p> : null}
    </>
  );
}

/** To the system's usual printer. */
async function printSheet(): Promise<'printed' | 'no-printer'> {
  const printers = await window.diaryDesk.printers();
  const printer = printers.find(({ isDefault }) => isDefault) ?? printers[0];
  if (printer === undefined) return 'no-printer';
  const { documentToken } = await desk.registry.recoverySheet();
  const result = await window.diaryDesk.print(documentToken, printer.name, 1);
  if (result.kind === 'failed') throw new Error(result.message);
  return 'printed';
}

async function saveSheet(): Promise<string | undefined> {
  const { documentToken, suggestedName } = await desk.registry.recoverySheet();
  const result = await window.diaryDesk.saveDocument(documentToken, suggestedName);
  if (result.kind === 'failed') throw new Error(result.message);
  return result.kind === 'saved' ? result.fileName : undefined;
}
