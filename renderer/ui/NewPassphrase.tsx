import { useTranslations } from 'use-intl';
import styles from './Passphrase.module.css';
import { PassphraseField } from './PassphraseField.tsx';
import { LEAST_PASSPHRASE, strengthOf } from './passphrase-strength.ts';

/** A passphrase being chosen: the phrase and its repetition. */
export interface PassphraseDraft {
  readonly passphrase: string;
  readonly repeat: string;
}

/** Nothing typed yet. */
export const noPassphrase: PassphraseDraft = { passphrase: '', repeat: '' };

/** May this draft be sent? */
export function isComplete(draft: PassphraseDraft): boolean {
  return [...draft.passphrase].length >= LEAST_PASSPHRASE && draft.passphrase === draft.repeat;
}

interface NewPassphraseProps {
  readonly label: string;
  readonly draft: PassphraseDraft;
  readonly onChange: (draft: PassphraseDraft) => void;
}

/** Two fields for a new passphrase with how strong it is and what is missing. */
export function NewPassphrase({ label, draft, onChange }: NewPassphraseProps) {
  const t = useTranslations('registry.passphrase');
  const differs = draft.repeat !== '' && !draft.passphrase.startsWith(draft.repeat);
  return (
    <>
      <div>
        <PassphraseField
          label={label}
          typed={draft.passphrase}
          value={draft.passphrase}
          onChange={(event) => onChange({ ...draft, passphrase: event.currentTarget.value })}
        />
        <StrengthLine passphrase={draft.passphrase} />
      </div>
      <PassphraseField
        label={t('repeat')}
        typed=""
        value={draft.repeat}
        error={differs ? t('differs') : undefined}
        onChange={(event) => onChange({ ...draft, repeat: event.currentTarget.value })}
      />
    </>
  );
}

const filled = { weak: 1, fair: 2, strong: 3 } as const;

function StrengthLine({ passphrase }: { readonly passphrase: string }) {
  const t = useTranslations('registry.passphrase');
  const strength = strengthOf(passphrase);
  const left = Math.max(0, LEAST_PASSPHRASE - [...passphrase].length);
  return (
    <div className={styles.strength} data-strength={passphrase === '' ? undefined : strength}>
      <span className={styles.bars} aria-hidden>
        {[1, 2, 3].map((bar) => (
          <span
            key={bar}
            className={styles.bar}
            data-filled={(passphrase !== '' && bar <= filled[strength]) || undefined}
          />
        ))}
      </span>
      <span role="status">
        {passphrase === '' ? t('tooShort') : `${t('strength', { strength: t(strength) })}. ${t('rule', { left })}`}
      </span>
    </div>
  );
}
