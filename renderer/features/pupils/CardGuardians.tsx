import { ActionIcon, Group, Tooltip } from '@mantine/core';
import { IconPencil, IconUsersGroup } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import type { z } from 'zod';
import type { guardianLinkSchema } from '../../../shared/contract/pupils.ts';
import { formatFullName } from '../../../shared/domain/person-name.ts';
import { useOpenDuplicates } from '../../ui/use-open-duplicates.ts';
import { CardContacts } from './CardContacts.tsx';
import { CardCredentials } from './CardCredentials.tsx';
import { CardOrigins } from './CardOrigins.tsx';
import { CardRelation } from './CardRelation.tsx';
import styles from './PupilCard.module.css';

type GuardianLink = z.infer<typeof guardianLinkSchema>;

interface CardGuardiansProps {
  readonly guardians: readonly GuardianLink[];
  readonly pupilId: number;
  readonly onEdit: ((personId: number) => void) | undefined;
}

/** The pupil's parents and other guardians, each with contacts, login and other children in the school. */
export function CardGuardians({ guardians, pupilId, onEdit }: CardGuardiansProps) {
  const t = useTranslations('pupils.card');
  if (guardians.length === 0) return <p className={styles.quiet}>{t('noGuardians')}</p>;
  return guardians.map((link) => <GuardianBlock key={link.person.id} link={link} pupilId={pupilId} onEdit={onEdit} />);
}

interface GuardianBlockProps {
  readonly link: GuardianLink;
  readonly pupilId: number;
  readonly onEdit: ((personId: number) => void) | undefined;
}

function GuardianBlock({ link, pupilId, onEdit }: GuardianBlockProps) {
  const t = useTranslations('pupils');
  const { id, name, contacts, origins } = link.person;
  const openDuplicates = useOpenDuplicates();
  const fullName = formatFullName(name);
  const siblings = link.otherChildren.map((child) => `${child.name}, ${child.className}`).join('; ');
  return (
    <section className={styles.guardian}>
      <div className={styles.guardianHead}>
        <div>
          <h4 className={styles.guardianName}>{fullName}</h4>
          <CardRelation link={link} pupilId={pupilId} />
        </div>
        <Group gap={2} wrap="nowrap">
          {openDuplicates === undefined ? null : (
            <Tooltip label={t('jobs.duplicates')}>
              <ActionIcon
                variant="subtle"
                color="gray"
                size={28}
                aria-label={t('card.duplicatesOf', { name: fullName })}
                onClick={() => openDuplicates(id, fullName)}
              >
                <IconUsersGroup size={15} />
              </ActionIcon>
            </Tooltip>
          )}
          {onEdit === undefined ? null : (
            <ActionIcon
              variant="subtle"
              color="gray"
              size={28}
              aria-label={t('edit.title', { name: fullName })}
              onClick={() => onEdit(id)}
            >
              <IconPencil size={15} />
            </ActionIcon>
          )}
        </Group>
      </div>
      <CardContacts contacts={contacts} origins={origins} />
      <CardCredentials person={link.person} pupilId={pupilId} />
      {siblings === '' ? null : <p className={styles.quiet}>{t('card.otherChildren', { names: siblings })}</p>}
      <CardOrigins origins={origins} />
    </section>
  );
}
