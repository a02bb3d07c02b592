import { Button, Group } from '@mantine/core';
import { IconClipboardText } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { type DragEvent, type ReactNode, useState } from 'react';
import { desk } from '../api.ts';
import type { ChosenFile } from '../desk-bridge.ts';
import { ErrorCard } from './ErrorCard.tsx';
import { PasteDialog } from './PasteDialog.tsx';
import styles from './TableDrop.module.css';
import { usePasted } from './use-pasted.ts';

interface TableDropProps {
  readonly icon: ReactNode;
  readonly title: string;
  readonly text: string;
  /** Words of the buttons. */
  readonly choose: string;
  readonly paste: string;
  /** Words about dropping, before it and while a file hangs over the place. */
  readonly drop: string;
  readonly dropNow: string;
  readonly children?: ReactNode;
  readonly onFile: (file: ChosenFile) => void;
}

/** A table to work with: chosen in a dialog, dropped here, or pasted. */
export function TableDrop({ icon, title, text, choose, paste, drop, dropNow, children, onFile }: TableDropProps) {
  const [pasting, setPasting] = useState(false);
  const { take, takeFile, pasted } = useTable(onFile);
  const { over, target } = useDropTarget(takeFile);
  return (
    <>
      {pasted.error === null ? null : <ErrorCard error={pasted.error} />}
      <section className={styles.drop} data-over={over || undefined} aria-label={title} {...target}>
        {icon}
        <h2>{title}</h2>
        <p>{text}</p>
        <Group justify="center" gap="xs">
          <Button size="md" data-autofocus onClick={() => void window.diaryDesk.chooseTable().then(take)}>
            {choose}
          </Button>
          <Button
            size="md"
            variant="default"
            leftSection={<IconClipboardText size={17} />}
            loading={pasted.isPending}
            onClick={() => setPasting(true)}
          >
            {paste}
          </Button>
        </Group>
        <p className={styles.quiet}>
          {over ? dropNow : drop}
          {children}
        </p>
      </section>
      <PasteDialog opened={pasting} busy={pasted.isPending} onText={pasted.mutate} onClose={() => setPasting(false)} />
    </>
  );
}

/** The ways in which a table comes; a text becomes a file of the registry's process. */
function useTable(onFile: (file: ChosenFile) => void) {
  const take = (file: ChosenFile | null) => {
    if (file !== null) onFile(file);
  };
  const takeFile = (file: File | undefined) => {
    if (file !== undefined) void window.diaryDesk.acceptDroppedFile(file).then(take);
  };
  const pasted = useMutation({
    mutationFn: (text: string) => desk.imports.paste({ text }),
    onSuccess: ({ fileToken, name, sizeBytes }) => onFile({ token: fileToken, name, sizeBytes }),
  });
  usePasted({ onText: pasted.mutate, onFile: takeFile });
  return { take, takeFile, pasted };
}

function useDropTarget(onDrop: (file: File | undefined) => void) {
  const [over, setOver] = useState(false);
  const target = {
    onDragOver: (event: DragEvent) => {
      event.preventDefault();
      setOver(true);
    },
    onDragLeave: () => setOver(false),
    onDrop: (event: DragEvent) => {
      event.preventDefault();
      setOver(false);
      onDrop(event.dataTransfer.files[0]);
    },
  };
  return { over, target };
}
