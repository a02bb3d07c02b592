import { ActionIcon, Button, Menu } from '@mantine/core';
import { IconCheck, IconDots, IconFileTypePdf, IconPencil, IconPlus, IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import type { PupilCard } from '../../../shared/contract/pupils.ts';
import type { SightRow, TrustedPerson } from '../../../shared/contract/trusted.ts';
import { formatFullName } from '../../../shared/domain/person-name.ts';
import { nextTrusted } from '../../../shared/domain/trusted-person.ts';
import { desk, deskQuery } from '../../api.ts';
import { useMay } from '../../query.ts';
import { showDate } from '../../ui/dates.ts';
import { ErrorCard } from '../../ui/ErrorCard.tsx';
import { useLanguage } from '../../ui/language.tsx';
import { PanelGroup } from '../../ui/SidePanel.tsx';
import { Badge, type Meaning } from '../../ui/StatusBadge.tsx';
import { useSavePrepared } from '../../ui/use-save-prepared.ts';
import { useUndoableChange } from '../../ui/use-undoable-change.ts';
import styles from './PupilCard.module.css';

interface CardTrustedProps {
  readonly card: PupilCard;
  /** Opens the form: of a person, or for a new one. */
  readonly onEdit: (person: TrustedPerson | 'new') => void;
}

/** Whom the family trusts with the diary, and everybody who sees it. */
export function CardTrusted({ card, onEdit }: CardTrustedProps) {
  const t = useTranslations('trusted');
  const pupilId = card.person.id;
  const query = useQuery(deskQuery.trusted.list.queryOptions({ input: { pupilId } }));
  const people = query.data?.people ?? [];
  const mayChange = useMay('trusted.save');
  return (
    <>
      <PanelGroup title={t('title')}>
        {query.error === null ? null : <ErrorCard error={query.error} />}
        {query.data !== undefined && people.length === 0 ? <p className={styles.quiet}>{t('none')}</p> : null}
        {people.map((person) => (
          <TrustedLine key={person.id} person={person} pupilId={pupilId} onEdit={onEdit} />
        ))}
        <div className={styles.trustedActions}>
          {mayChange ? (
            <Button
              size="compact-md"
              variant="default"
              leftSection={<IconPlus size={14} />}
              onClick={() => onEdit('new')}
            >
              {t('add')}
            </Button>
          ) : null}
          <NoteButton pupilId={pupilId} />
        </div>
      </PanelGroup>
      <PanelGroup title={t('sights.title')}>
        <Sights sights={query.data?.sights ?? []} />
      </PanelGroup>
    </>
  );
}

function NoteButton({ pupilId }: { readonly pupilId: number }) {
  const t = useTranslations('trusted');
  const { language } = useLanguage();
  const save = useSavePrepared();
  return (
    <Button
      size="compact-md"
      variant="subtle"
      leftSection={<IconFileTypePdf size={14} />}
      onClick={() => save.mutate(() => desk.trusted.instruction({ pupilId, language }))}
    >
      {t('print')}
    </Button>
  );
}

const meanings: Readonly<Record<TrustedPerson['state'], Meaning>> = {
  invited: 'waiting',
  accepted: 'information',
  active: 'done',
  withdrawn: 'neutral',
};

interface TrustedLineProps {
  readonly person: TrustedPerson;
  readonly pupilId: number;
  readonly onEdit: (person: TrustedPerson) => void;
}

function TrustedLine({ person, pupilId, onEdit }: TrustedLineProps) {
  const t = useTranslations('trusted');
  const { language } = useLanguage();
  const { state, phone, snils, invitedBy, services, note } = person;
  const day = {
    invited: person.invitedOn,
    accepted: person.acceptedOn,
    active: person.activeOn,
    withdrawn: person.withdrawnOn,
  }[state];
  const facts = [phone, snils, note, invitedBy === null ? '' : t('by', { name: invitedBy.name })];
  return (
    <section className={styles.guardian}>
      <div className={styles.guardianHead}>
        <h4 className={styles.guardianName}>
          {formatFullName(person)}
          <span className={styles.quiet}>{facts.filter((fact) => fact !== '').join(' · ')}</span>
          <span className={styles.quiet}>{services.map((service) => t(`service.${service}`)).join(', ')}</span>
        </h4>
        <TrustedMenu person={person} pupilId={pupilId} onEdit={onEdit} />
      </div>
      <Badge meaning={meanings[state]}>
        {t('since', { state: t(`state.${state}`), date: day === null ? '' : showDate(day, language) })}
      </Badge>
      {person.late ? <p className={styles.late}>{t('late')}</p> : null}
    </section>
  );
}

function TrustedMenu({ person, pupilId, onEdit }: TrustedLineProps) {
  const t = useTranslations('trusted');
  const { language } = useLanguage();
  const name = formatFullName(person);
  const mayChange = useMay('trusted.step');
  const save = useSavePrepared();
  const change = useUndoableChange();
  const trustedId = person.id;
  const step = (state: TrustedPerson['state']) =>
    change.mutate({ words: t('changed', { name }), work: () => desk.trusted.step({ trustedId, state }) });
  return (
    <Menu position="bottom-end" shadow="md" withinPortal>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size={28} aria-label={t('menu', { name })}>
          <IconDots size={16} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {mayChange
          ? nextTrusted[person.state].map((state) => (
              <Menu.Item key={state} onClick={() => step(state)}>
                {t(`step.${state}`)}
              </Menu.Item>
            ))
          : null}
        {mayChange ? (
          <>
            <Menu.Divider />
            <Menu.Item leftSection={<IconPencil size={16} />} onClick={() => onEdit(person)}>
              {t('edit', { name })}
            </Menu.Item>
          </>
        ) : null}
        <Menu.Item
          leftSection={<IconFileTypePdf size={16} />}
          onClick={() => save.mutate(() => desk.trusted.instruction({ pupilId, trustedId, language }))}
        >
          {t('printFor', { name })}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function Sights({ sights }: { readonly sights: readonly SightRow[] }) {
  const t = useTranslations('trusted.sights');
  return (
    <ul className={styles.sights}>
      {sights.map(({ name, role, sees, why, restrictions }) => {
        const Icon = sees ? IconCheck : IconX;
        return (
          <li key={`${role} ${name}`} data-sees={sees || undefined}>
            <Icon size={15} role="img" aria-label={t(sees ? 'sees' : 'seesNot')} />
            <span>{name}</span>
            <span className={styles.quiet}>
              {[t(`role.${role}`), t(`why.${why}`), restrictions].filter((part) => part !== '').join(', ')}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
