import { Modal } from '@mantine/core';
import { useTranslations } from 'use-intl';
import { Keys } from '../../ui/Keys.tsx';
import styles from './KeysDialog.module.css';

const everywhere = [
  { key: 'search', chord: ['Ctrl', 'K'] },
  { key: 'import', chord: ['Ctrl', 'I'] },
  { key: 'print', chord: ['Ctrl', 'P'] },
  { key: 'lock', chord: ['Ctrl', 'L'] },
  { key: 'filter', chord: ['/'] },
  { key: 'guide', chord: ['F1'] },
  { key: 'help', chord: ['?'] },
] as const;

const inTables = [
  { key: 'move', chord: ['↓', '↑', 'J', 'K'] },
  { key: 'open', chord: ['Enter'] },
  { key: 'select', chord: ['Space'] },
  { key: 'selectRange', chord: ['Shift', '↓'] },
  { key: 'back', chord: ['Esc'] },
] as const;

interface KeysDialogProps {
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** The list of keys. */
export function KeysDialog({ opened, onClose }: KeysDialogProps) {
  const t = useTranslations('app');
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('keys.title')}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      <h3 className={styles.group}>{t('keys.everywhere')}</h3>
      <dl className={styles.list}>
        {everywhere.map((item) => (
          <KeyLine key={item.key} words={t(`keys.${item.key}`)} chord={item.chord} />
        ))}
      </dl>
      <h3 className={styles.group}>{t('keys.inTables')}</h3>
      <dl className={styles.list}>
        {inTables.map((item) => (
          <KeyLine key={item.key} words={t(`keys.${item.key}`)} chord={item.chord} />
        ))}
      </dl>
    </Modal>
  );
}

function KeyLine({ words, chord }: { readonly words: string; readonly chord: readonly string[] }) {
  return (
    <div className={styles.line}>
      <dt>{words}</dt>
      <dd className={styles.chord}>
        <Keys of={chord} />
      </dd>
    </div>
  );
}
