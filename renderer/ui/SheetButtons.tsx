import { Button, Group } from '@mantine/core';
import { IconDeviceFloppy, IconPrinter } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { ErrorCard } from './ErrorCard.tsx';
import { toastDone } from './toast.tsx';

interface Prepared {
  readonly documentToken: string;
  readonly suggestedName: string;
}

interface SheetButtonsProps {
  readonly prepare: () => Promise<Prepared>;
}

/** Prints a sheet with a secret on the system's usual printer, or saves it where the person says. */
export function SheetButtons({ prepare }: SheetButtonsProps) {
  const t = useTranslations('registry.recovery');
  const print = useMutation({
    mutationFn: () => printSheet(prepare),
    onSuccess: (done) => done === 'printed' && toastDone(t('printed')),
  });
  const save = useMutation({
    mutationFn: () => saveSheet(prepare),
    onSuccess: (name) => name !== undefined && toastDone(t('saved', { fileName: name })),
  });
  const failed = print.error ?? save.error;
  return (
    <>
      <Group gap={8}>
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
      </Group>
      {failed === null ? null : <ErrorCard error={failed} />}
      {print.data === 'no-printer' ? <p role="status">{t('noPrinter')}</p> : null}
    </>
  );
}

async function printSheet(prepare: () => Promise<Prepared>): Promise<'printed' | 'no-printer'> {
  const printers = await window.diaryDesk.printers();
  const printer = printers.find(({ isDefault }) => isDefault) ?? printers[0];
  if (printer === undefined) return 'no-printer';
  const { documentToken } = await prepare();
  const result = await window.diaryDesk.print(documentToken, printer.name, 1);
  if (result.kind === 'failed') throw new Error(result.message);
  return 'printed';
}

async function saveSheet(prepare: () => Promise<Prepared>): Promise<string | undefined> {
  const { documentToken, suggestedName } = await prepare();
  const result = await window.diaryDesk.saveDocument(documentToken, suggestedName);
  if (result.kind === 'failed') throw new Error(result.message);
  return result.kind === 'saved' ? result.fileName : undefined;
}
