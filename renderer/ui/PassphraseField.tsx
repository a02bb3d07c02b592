import { PasswordInput, type PasswordInputProps } from '@mantine/core';
import { IconAlertTriangle, IconKeyboard } from '@tabler/icons-react';
import { type KeyboardEvent, useState } from 'react';
import { useTranslations } from 'use-intl';
import styles from './Passphrase.module.css';
import { scriptOf } from './passphrase-strength.ts';

/** Where a passphrase is typed: says when Caps Lock is on and in which alphabet one types. */
export function PassphraseField(props: PasswordInputProps & { readonly typed: string }) {
  const { typed, ...input } = props;
  const t = useTranslations('registry.passphrase');
  const [caps, setCaps] = useState(false);
  const [shown, setShown] = useState(false);
  const watch = (event: KeyboardEvent) => setCaps(event.getModifierState('CapsLock'));
  return (
    <div>
      <PasswordInput
        {...input}
        size="md"
        autoComplete="off"
        spellCheck={false}
        visible={shown}
        onVisibilityChange={setShown}
        visibilityToggleButtonProps={{ 'aria-label': t(shown ? 'hide' : 'show'), tabIndex: 0 }}
        onKeyDown={watch}
        onKeyUp={watch}
      />
      <KeyboardHint caps={caps} typed={typed} />
    </div>
  );
}

function KeyboardHint({ caps, typed }: { readonly caps: boolean; readonly typed: string }) {
  const t = useTranslations('registry.passphrase');
  const script = scriptOf(typed);
  return (
    <p className={styles.keyboard} role="status">
      {script === 'none' ? null : (
        <span className={styles.keyboardItem}>
          <IconKeyboard size={15} aria-hidden /> {t(script)}
        </span>
      )}
      {caps ? (
        <span className={styles.keyboardItem} data-warning>
          <IconAlertTriangle size={15} aria-hidden /> {t('capsLock')}
        </span>
      ) : null}
    </p>
  );
}
