import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import type { z } from 'zod';
import type { credentialSchema, PupilCard } from '../../../shared/contract/pupils.ts';
import { formatFullName } from '../../../shared/domain/person-name.ts';
import { useMay } from '../../query.ts';
import { CredentialMenu } from '../../ui/CredentialMenu.tsx';
import { rememberScope } from '../../ui/chosen-scope.ts';
import { showDate } from '../../ui/dates.ts';
import { useLanguage } from '../../ui/language.tsx';
import { StatusBadge } from '../../ui/StatusBadge.tsx';
import { useDiaryName } from '../../ui/school-diary.ts';
import styles from './PupilCard.module.css';

type Credential = z.infer<typeof credentialSchema>;

interface CardCredentialsProps {
  readonly person: Pick<PupilCard['person'], 'credentials' | 'role' | 'name'>;
  /** The pupil whose card it is, for printing. */
  readonly pupilId: number;
}

/** Logins of a person with their states. A password is never here: it stands on the slip only. */
export function CardCredentials({ person, pupilId }: CardCredentialsProps) {
  const t = useTranslations('pupils.card');
  const navigate = useNavigate();
  const { credentials, role } = person;
  const mayIssue = useMay('credentials.issue');
  const go = (to: '/issue' | '/slips') => {
    rememberScope({ kind: 'pupils', pupilIds: [pupilId] });
    void navigate({ to, search: { chosen: true, for: [role] } });
  };
  const diaryName = useDiaryName();
  const several = new Set(credentials.map(({ diarySystemId }) => diarySystemId)).size > 1;
  if (credentials.length === 0)
    return (
      <p className={styles.noLogin}>
        {t('noCredential')}
        {mayIssue ? (
          <Button size="compact-sm" variant="subtle" onClick={() => go('/issue')}>
            {t('issue')}
          </Button>
        ) : null}
      </p>
    );
  return (
    <ul className={styles.contacts}>
      {credentials.map((credential) => (
        <li key={credential.id} className={styles.credential}>
          <span className={styles.login}>
            <span className="desk-mono">{credential.login}</span>
            <span className={styles.stateAndMenu}>
              <StatusBadge state={credential.state} />
              <CredentialMenu
                credential={{
                  ...credential,
                  role,
                  hasPassword: credential.printable,
                  whose: formatFullName(person.name),
                }}
                onPrint={() => go('/slips')}
              />
            </span>
          </span>
          <span className={styles.quiet}>
            {several ? `${diaryName(credential.diarySystemId)} · ` : ''}
            <Dates credential={credential} />
          </span>
        </li>
      ))}
    </ul>
  );
}

function Dates({ credential }: { readonly credential: Credential }) {
  const t = useTranslations('pupils.card');
  const { language } = useLanguage();
  const on = (date: string) => ({ date: showDate(date, language) });
  const said = [t('issuedAt', on(credential.issuedAt))];
  if (credential.printedAt !== null) said.push(t('printedAt', on(credential.printedAt)));
  if (credential.handedOverAt !== null) said.push(t('handedOverAt', on(credential.handedOverAt)));
  if (credential.expiresOn !== null) said.push(t('expiresOn', on(credential.expiresOn)));
  if (credential.state !== 'revoked') said.push(credential.printable ? t('passwordOnSlip') : t('passwordGone'));
  return said.join(' · ');
}
