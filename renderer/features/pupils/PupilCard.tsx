import { Button, Skeleton } from '@mantine/core';
import { IconPencil, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { PupilCard as Card } from '../../../shared/contract/pupils.ts';
import type { TrustedPerson } from '../../../shared/contract/trusted.ts';
import { formatFullName } from '../../../shared/domain/person-name.ts';
import { deskQuery } from '../../api.ts';
import { useMay } from '../../query.ts';
import { showDate } from '../../ui/dates.ts';
import { ErrorCard } from '../../ui/ErrorCard.tsx';
import { useFieldWord } from '../../ui/field-words.ts';
import { useLanguage } from '../../ui/language.tsx';
import { PanelGroup, SidePanel } from '../../ui/SidePanel.tsx';
import { Badge } from '../../ui/StatusBadge.tsx';
import { AddGuardian } from './AddGuardian.tsx';
import { CardCodes } from './CardCodes.tsx';
import { CardContacts } from './CardContacts.tsx';
import { CardCredentials } from './CardCredentials.tsx';
import { CardGuardians } from './CardGuardians.tsx';
import { CardLeft } from './CardLeft.tsx';
import { CardOrigins, useOriginOf } from './CardOrigins.tsx';
import { CardPersonalData } from './CardPersonalData.tsx';
import { CardRenamed } from './CardRenamed.tsx';
import { CardTrusted } from './CardTrusted.tsx';
import { PersonEditor } from './PersonEditor.tsx';
import styles from './PupilCard.module.css';
import { PupilJobs } from './PupilJobs.tsx';
import type { Person } from './person-draft.ts';
import { TrustedEditor } from './TrustedEditor.tsx';

interface PupilCardProps {
  readonly pupilId: number;
  readonly onClose: () => void;
}

/** Everything the school knows of one pupil, on the right of the table; who may, corrects it there. */
export function PupilCard({ pupilId, onClose }: PupilCardProps) {
  const t = useTranslations('pupils');
  const [form, setForm] = useState<Form>();
  const mayCorrect = useMay('pupils.correct');
  const query = useQuery(deskQuery.pupils.card.queryOptions({ input: { pupilId } }));
  const card = query.data;
  if (card !== undefined && form !== undefined && isAbout(card, form)) {
    return <CardForm card={card} form={form} onClose={() => setForm(undefined)} />;
  }
  return (
    <SidePanel
      title={card === undefined ? t('card.label') : formatFullName(card.person.name)}
      subtitle={card === undefined ? undefined : <Subtitle card={card} />}
      onClose={onClose}
      actions={
        mayCorrect && card !== undefined ? (
          <>
            <Button
              variant="default"
              leftSection={<IconPencil size={15} />}
              onClick={() => setForm({ kind: 'person', id: card.person.id })}
            >
              {t('edit.open')}
            </Button>
            <PupilJobs
              pupilIds={[card.person.id]}
              status={card.left === null ? 'here' : 'left'}
              name={formatFullName(card.person.name)}
              onDestroyed={onClose}
            />
          </>
        ) : undefined
      }
    >
      {query.error === null ? null : <ErrorCard error={query.error} onRetry={() => void query.refetch()} />}
      {card === undefined ? (
        <Skeleton height={240} visible={query.isPending} />
      ) : (
        <CardBody
          card={card}
          onEdit={mayCorrect ? (id) => setForm({ kind: 'person', id }) : undefined}
          onAddGuardian={() => setForm({ kind: 'guardian' })}
          onTrusted={(person) => setForm({ kind: 'trusted', person })}
        />
      )}
    </SidePanel>
  );
}

/** What is filled in in place of the card: a person of it, a trusted person, a new guardian. */
type Form =
  | { readonly kind: 'person'; readonly id: number }
  | { readonly kind: 'trusted'; readonly person: TrustedPerson | 'new' }
  | { readonly kind: 'guardian' };

function isAbout(card: Card, form: Form): boolean {
  return form.kind !== 'person' || personsOf(card).some(({ id }) => id === form.id);
}

interface CardFormProps {
  readonly card: Card;
  readonly form: Form;
  readonly onClose: () => void;
}

function CardForm({ card, form, onClose }: CardFormProps) {
  if (form.kind === 'guardian') return <AddGuardian card={card} onClose={onClose} />;
  if (form.kind === 'trusted') return <TrustedEditor card={card} person={form.person} onClose={onClose} />;
  const person = personsOf(card).find(({ id }) => id === form.id) ?? card.person;
  return <PersonEditor key={person.id} card={card} person={person} onClose={onClose} />;
}

function personsOf(card: Card): readonly Person[] {
  return [card.person, ...card.guardians.map(({ person }) => person)];
}

function Subtitle({ card }: { readonly card: Card }) {
  const t = useTranslations('pupils.card');
  const status = useTranslations('states.person');
  const sex = useTranslations('states.sex');
  const { language } = useLanguage();
  const { birthDate, origins } = card.person;
  const originOf = useOriginOf(origins);
  return (
    <>
      {card.className === '' ? null : <span title={originOf('class')}>{card.className}</span>}
      {birthDate === null || card.age === null ? null : (
        <span title={originOf('birthDate')}>{t('birth', { date: showDate(birthDate, language), age: card.age })}</span>
      )}
      {card.person.sex === null ? null : <span title={originOf('sex')}>{sex(card.person.sex)}</span>}
      {card.status === 'active' ? null : (
        <Badge meaning={card.status === 'left' ? 'neutral' : 'waiting'}>{status(card.status)}</Badge>
      )}
    </>
  );
}

interface CardBodyProps {
  readonly card: Card;
  /** Opens a person's form; absent when this user may not. */
  readonly onEdit: ((personId: number) => void) | undefined;
  readonly onAddGuardian: () => void;
  /** Opens the form of a trusted person. */
  readonly onTrusted: (person: TrustedPerson | 'new') => void;
}

function CardBody({ card, onEdit, onAddGuardian, onTrusted }: CardBodyProps) {
  const t = useTranslations('pupils.card');
  return (
    <>
      {card.teacherName === '' ? null : <p className={styles.teacher}>{t('teacher', { name: card.teacherName })}</p>}
      {card.age !== null && card.age >= 14 ? <p className={styles.quiet}>{t('esia')}</p> : null}
      <CardOrigins origins={card.person.origins} />
      {card.left === null ? null : <CardLeft pupilId={card.person.id} left={card.left} />}
      <CardRenamed card={card} />
      <PanelGroup title={t('credentials')}>
        <CardCredentials person={card.person} pupilId={card.person.id} />
      </PanelGroup>
      <PanelGroup title={t('contacts')}>
        <CardContacts contacts={card.person.contacts} origins={card.person.origins} />
      </PanelGroup>
      <PanelGroup title={t('guardians')}>
        <CardGuardians guardians={card.guardians} pupilId={card.person.id} onEdit={onEdit} />
        {useMay('pupils.addGuardian') ? <AddGuardianButton onClick={onAddGuardian} /> : null}
      </PanelGroup>
      {useMay('trusted.list') ? <CardTrusted card={card} onEdit={onTrusted} /> : null}
      <PanelGroup title={t('codes')}>
        <CardCodes card={card} />
      </PanelGroup>
      {useMay('personalData.ofPupil') ? <CardPersonalData pupilId={card.person.id} /> : null}
      {card.enrolments.length > 1 || card.left !== null ? <Classes card={card} /> : null}
      {card.formerNames.length > 0 ? <FormerNames card={card} /> : null}
      <PanelGroup title={t('history')}>
        <History card={card} />
        {useMay('journal.list') ? <WhoSaw card={card} /> : null}
      </PanelGroup>
    </>
  );
}

function AddGuardianButton({ onClick }: { readonly onClick: () => void }) {
  const t = useTranslations('pupils.addGuardian');
  return (
    <Button size="compact-md" variant="subtle" leftSection={<IconPlus size={15} />} onClick={onClick}>
      {t('open')}
    </Button>
  );
}

/** Leads to the journal of the pupil and the guardians. */
function WhoSaw({ card }: { readonly card: Card }) {
  const t = useTranslations('journal');
  const personIds = personsOf(card).map(({ id }) => id);
  return (
    <Link to="/journal" search={{ personIds, about: formatFullName(card.person.name) }}>
      {t('history')}
    </Link>
  );
}

function Classes({ card }: { readonly card: Card }) {
  const t = useTranslations('pupils.card');
  const { language } = useLanguage();
  return (
    <PanelGroup title={t('classes')}>
      <ul className={styles.list}>
        {card.enrolments.map((one) => (
          <li key={`${one.className} ${one.from}`}>
            <b>{one.className}</b>{' '}
            {t('period', {
              from: showDate(one.from, language),
              to: one.to === null ? t('now') : showDate(one.to, language),
            })}
          </li>
        ))}
      </ul>
    </PanelGroup>
  );
}

function FormerNames({ card }: { readonly card: Card }) {
  const t = useTranslations('pupils.card');
  const { language } = useLanguage();
  return (
    <PanelGroup title={t('formerNames')}>
      <ul className={styles.list}>
        {card.formerNames.map((one) => (
          <li key={`${one.name} ${one.until}`}>
            {one.name}, {t('until', { date: showDate(one.until, language) })}
          </li>
        ))}
      </ul>
    </PanelGroup>
  );
}

function History({ card }: { readonly card: Card }) {
  const t = useTranslations('history');
  const field = useFieldWord();
  const { language } = useLanguage();
  const detailsOf = ({ what, details }: Card['history'][number]) =>
    what === 'corrected' ? details.split(', ').map(field).join(', ') : details;
  return (
    <ol className={styles.history}>
      {card.history.map((entry, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: entries have no id and never move
        <li key={place}>
          <time dateTime={entry.at}>{showDate(entry.at, language)}</time>
          <span>
            {t(entry.what)}
            {entry.details === '' ? null : <span className={styles.quiet}> · {detailsOf(entry)}</span>}
            {entry.who === '' ? null : <span className={styles.quiet}> · {entry.who}</span>}
          </span>
        </li>
      ))}
    </ol>
  );
}
