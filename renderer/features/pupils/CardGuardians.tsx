import { useTranslations } from 'use-intl';
import type { z } from 'zod';
import type { guardianLinkSchema } from '../../../shared/contract/pupils.ts';
import { formatFullName } from '../../../shared/domain/person-name.ts';
import { CardContacts } from './CardContacts.tsx';
import { CardCredentials } from './CardCredentials.tsx';
import styles from './PupilCard.module.css';

type GuardianLink = z.infer<typeof guardianLinkSchema>;

interface CardGuardiansProps {
  readonly guardians: readonly GuardianLink[];
  readonly pupilId: number;
}

/** The pupil's parents and other guardians, each with contacts, login and other children in the school. */
export function CardGuardians({ guardians, pupilId }: CardGuardiansProps) {
  const t = useTranslations('pupils.card');
  if (guardians.length === 0) return <p className={styles.quiet}>{t('noGuardians')}</p>;
  return guardians.map((link) => <GuardianBlock key={link.person.id} link={link} pupilId={pupilId} />);
}

function GuardianBlock({ link, pupilId }: { readonly link: GuardianLink; readonly pupilId: number }) {
  const t = useTranslations('pupils.card');
  const relation = useTranslations('states.relation');
  const siblings = link.otherChildren.map((child) => `${child.name}, ${child.className}`).join('; ');
  return (
    <section className={styles.guardian}>
      <h4 className={styles.guardianName}>
        {formatFullName(link.person.name)}
        <span className={styles.quiet}>
          {relation(link.relation)}
          {link.isLegal ? `, ${t('legal')}` : ''}
        </span>
      </h4>
      <CardContacts contacts={link.person.contacts} />
      <CardCredentials person={link.person} pupilId={pupilId} />
      {siblings === '' ? null : <p className={styles.quiet}>{t('otherChildren', { names: siblings })}</p>}
    </section>
  );
}
