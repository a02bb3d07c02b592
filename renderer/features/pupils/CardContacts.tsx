import { UnstyledButton } from '@mantine/core';
import { IconAlertTriangle, IconId, IconMail, IconPhone } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { z } from 'zod';
import type { contactSchema } from '../../../shared/contract/pupils.ts';
import { maskSnils } from '../../../shared/domain/snils.ts';
import { showDate } from '../../ui/dates.ts';
import { useLanguage } from '../../ui/language.tsx';
import { useOriginOf } from './CardOrigins.tsx';
import styles from './PupilCard.module.css';
import type { Person } from './person-draft.ts';

type Contact = z.infer<typeof contactSchema>;

const icons = { phone: IconPhone, email: IconMail, snils: IconId } as const;

interface CardContactsProps {
  readonly contacts: readonly Contact[];
  readonly origins: Person['origins'];
}

/** Contacts of a person with their source; former ones struck out below. SNILS is masked until asked for. */
export function CardContacts({ contacts, origins }: CardContactsProps) {
  const t = useTranslations('pupils.card');
  const originOf = useOriginOf(origins);
  if (contacts.length === 0) return <p className={styles.quiet}>{t('noContacts')}</p>;
  const sorted = [...contacts].sort((a, b) => Number(a.validTo !== null) - Number(b.validTo !== null));
  return (
    <ul className={styles.contacts}>
      {sorted.map((contact) => (
        <ContactLine key={contact.id} contact={contact} origin={originOf(contact.kind)} />
      ))}
    </ul>
  );
}

interface ContactLineProps {
  readonly contact: Contact;
  readonly origin: string | undefined;
}

function ContactLine({ contact, origin }: ContactLineProps) {
  const t = useTranslations('pupils.card');
  const source = useTranslations('states.source');
  const check = useTranslations('states.check');
  const { language } = useLanguage();
  const Icon = icons[contact.kind];
  const former = contact.validTo !== null;
  return (
    <li className={styles.contact} title={origin}>
      <Icon size={15} role="img" aria-label={t(`kind.${contact.kind}`)} />
      <span className={former ? styles.struck : undefined}>
        {contact.kind === 'snils' ? <Snils value={contact.value} /> : contact.value}
      </span>
      {contact.label === '' ? null : <span className={styles.quiet}>{contact.label}</span>}
      {contact.check === 'warning' ? (
        <IconAlertTriangle className={styles.warning} size={14} role="img" aria-label={check('warning')} />
      ) : null}
      <span className={styles.source}>
        {former ? t('former', { date: showDate(contact.validTo ?? '', language) }) : source(contact.source)}
      </span>
    </li>
  );
}

function Snils({ value }: { readonly value: string }) {
  const t = useTranslations('pupils.card');
  const [shown, setShown] = useState(false);
  if (shown) return <span className="desk-mono">{value}</span>;
  return (
    <UnstyledButton className={`${styles.reveal} desk-mono`} aria-label={t('show')} onClick={() => setShown(true)}>
      {maskSnils(value.replace(/\D/g, '')) || '•••'}
    </UnstyledButton>
  );
}
