import { Checkbox } from '@mantine/core';
import { useTranslations } from 'use-intl';
import { type HolderRole, holderRoleSchema } from '../../shared/contract/base.ts';
import type { IssueScope } from './issue-scope.ts';
import styles from './ScopePicker.module.css';

/** For pupils, for guardians or for both: at least one stays on. */
export function HolderChecks({ choice }: { readonly choice: IssueScope }) {
  const t = useTranslations('credentials.scope');
  const words = useTranslations('states.holders');
  const toggle = (role: HolderRole) => {
    const next = holderRoleSchema.options.filter((one) => choice.holders.includes(one) !== (one === role));
    choice.change({ for: next.length === holderRoleSchema.options.length ? undefined : next });
  };
  return (
    <fieldset className={styles.holders} aria-label={t('holders')}>
      {holderRoleSchema.options.map((role) => (
        <Checkbox
          key={role}
          size="sm"
          label={words(role)}
          checked={choice.holders.includes(role)}
          disabled={choice.holders.length === 1 && choice.holders.includes(role)}
          onChange={() => toggle(role)}
        />
      ))}
    </fieldset>
  );
}
