import { Button, NumberInput, TextInput } from '@mantine/core';
import { IconArrowsSplit2 } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { PupilRow } from '../../../shared/contract/pupils.ts';
import type { PupilDecisionInput } from '../../../shared/contract/rollover.ts';
import styles from './Year.module.css';

interface SplitClassProps {
  /** In the order of the alphabet. */
  readonly pupils: readonly PupilRow[];
  readonly onSplit: (decisions: readonly PupilDecisionInput[]) => void;
}

/** Sends the last pupils of the list into another class; single ones are then put right in the table. */
export function SplitClass({ pupils, onSplit }: SplitClassProps) {
  const t = useTranslations('rollover.split');
  const [title, setTitle] = useState('');
  const [typed, setTyped] = useState<number>();
  const count = Math.min(typed ?? Math.floor(pupils.length / 2), pupils.length);
  const split = () => {
    const going = pupils.slice(pupils.length - count);
    onSplit(going.map(({ id }) => ({ pupilId: id, become: 'class', title: title.trim() })));
    setTitle('');
  };
  return (
    <form
      className={styles.line}
      onSubmit={(event) => {
        event.preventDefault();
        if (title.trim() !== '' && count > 0) split();
      }}
    >
      <span>{t('last')}</span>
      <NumberInput
        size="xs"
        w={80}
        aria-label={t('count')}
        min={1}
        max={Math.max(1, pupils.length)}
        value={count}
        onChange={(value) => setTyped(Number(value) || 0)}
      />
      <span>{t('into')}</span>
      <TextInput
        size="xs"
        w={110}
        maxLength={60}
        aria-label={t('title')}
        placeholder={t('example')}
        value={title}
        onChange={(event) => setTitle(event.currentTarget.value)}
      />
      <Button
        type="submit"
        size="xs"
        variant="default"
        leftSection={<IconArrowsSplit2 size={15} />}
        disabled={title.trim() === '' || count === 0}
      >
        {t('action')}
      </Button>
    </form>
  );
}
