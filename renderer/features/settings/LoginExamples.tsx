import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import type { LoginSchemeSetting, PasswordPolicySetting } from '../../../shared/contract/settings.ts';
import { deskQuery } from '../../api.ts';
import styles from './Settings.module.css';

interface ExamplesProps {
  readonly scheme: LoginSchemeSetting;
  readonly policy: PasswordPolicySetting;
}

/** Examples are asked for by what they depend on, so typing through several choices shows the last one. */
export function useExamples({ scheme, policy }: ExamplesProps) {
  const input = { scheme, policy };
  return useQuery(deskQuery.settings.examples.queryOptions({ input, placeholderData: keepPreviousData })).data;
}

/** What logins of the chosen scheme look like. */
export function LoginExamples(props: ExamplesProps) {
  const t = useTranslations('settings');
  const examples = useExamples(props);
  if (examples === undefined) return null;
  return (
    <section className={styles.examples} aria-label={t('examples')}>
      {examples.logins.map(({ name, className, login }) => (
        <p key={`${name} ${className}`} className={styles.example}>
          <span>
            {name}, {className}
          </span>
          <span className="desk-mono">{login}</span>
        </p>
      ))}
    </section>
  );
}
