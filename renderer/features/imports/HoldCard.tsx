import { TextInput } from '@mantine/core';
import { IconCircleCheck, IconHandStop } from '@tabler/icons-react';
import { type Dispatch, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Hold } from '../../../shared/contract/import-plan.ts';
import { type ImportAction, isConfirmed, type TypedHold } from './import-state.ts';
import styles from './Review.module.css';

interface HoldCardProps {
  readonly holds: readonly Hold[];
  readonly confirmed: readonly TypedHold[];
  readonly dispatch: Dispatch<ImportAction>;
}

/** What is unlike an ordinary import: each goes on once its number has been typed. */
export function HoldCard({ holds, confirmed, dispatch }: HoldCardProps) {
  const t = useTranslations('imports.brake');
  return (
    <section className={styles.holds} aria-label={t('title')}>
      <h2 className={styles.holdsTitle}>
        <IconHandStop size={17} aria-hidden />
        {t('title')}
      </h2>
      <ul className={styles.holdList}>
        {holds.map((hold) => (
          <HoldLine
            key={`${hold.kind} ${hold.className} ${hold.number}`}
            hold={hold}
            done={isConfirmed(confirmed, hold)}
            onTyped={(number) =>
              dispatch({ kind: 'hold-typed', hold: { kind: hold.kind, className: hold.className, number } })
            }
          />
        ))}
      </ul>
    </section>
  );
}

interface HoldLineProps {
  readonly hold: Hold;
  readonly done: boolean;
  readonly onTyped: (number: number) => void;
}

function HoldLine({ hold, done, onTyped }: HoldLineProps) {
  const t = useTranslations('imports.brake');
  const [typed, setTyped] = useState(done ? String(hold.number) : '');
  const words = useHoldWords();
  return (
    <li className={styles.hold}>
      <p>{words(hold)}</p>
      <TextInput
        classNames={{ root: styles.holdInput ?? '', label: styles.holdLabel ?? '' }}
        label={done ? t('confirmed') : t('type', { number: String(hold.number) })}
        inputMode="numeric"
        autoComplete="off"
        data-done={done || undefined}
        readOnly={done}
        rightSection={done ? <IconCircleCheck className={styles.holdDone} size={17} aria-hidden /> : undefined}
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          if (event.currentTarget.value.trim() === String(hold.number)) onTyped(hold.number);
        }}
      />
    </li>
  );
}

/** A brake in words. */
export function useHoldWords(): (hold: Hold) => string {
  const t = useTranslations('imports.brake');
  return ({ kind, number, of, className }) => {
    const word = kind === 'many-leave' && className !== '' ? 'many-leave-class' : kind;
    return t(word, { number, of, className });
  };
}
