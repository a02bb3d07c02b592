import { Anchor, Button } from '@mantine/core';
import { IconLink } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import type { AlikePupil, OfferedGuardian } from '../../../shared/contract/newcomers.ts';
import { formatFullName } from '../../../shared/domain/person-name.ts';
import { showDate } from '../../ui/dates.ts';
import { useLanguage } from '../../ui/language.tsx';
import { Badge } from '../../ui/StatusBadge.tsx';
import styles from './Newcomer.module.css';

/** A notice that takes the focus as it appears, so that it is read and seen. */
function useFocusedNotice(takesFocus: boolean) {
  const notice = useRef<HTMLElement>(null);
  useEffect(() => {
    if (takesFocus) notice.current?.focus();
  }, [takesFocus]);
  return notice;
}

interface AlikePupilsProps {
  readonly pupils: readonly AlikePupil[];
  readonly onOpen: (pupilId: number) => void;
}

/** Pupils who may be the one that is being added, each with the way to the card. */
export function AlikePupils({ pupils, onOpen }: AlikePupilsProps) {
  const t = useTranslations('pupils.add');
  const status = useTranslations('states.person');
  const { language } = useLanguage();
  const notice = useFocusedNotice(true);
  return (
    <section ref={notice} className={styles.notice} tabIndex={-1} aria-label={t('alike')}>
      <h3 className={styles.noticeTitle}>{t('alike')}</h3>
      <ul className={styles.people}>
        {pupils.map(({ id, name, className, birthDate, ...pupil }) => (
          <li key={id}>
            <Anchor className={styles.open ?? ''} component="button" type="button" inherit onClick={() => onOpen(id)}>
              {formatFullName(name)}
            </Anchor>
            <span className={styles.facts}>
              {[className, birthDate === null ? '' : showDate(birthDate, language)].filter(Boolean).join(', ')}
              {pupil.status === 'active' ? null : (
                <Badge meaning={pupil.status === 'left' ? 'neutral' : 'waiting'}>{status(pupil.status)}</Badge>
              )}
            </span>
          </li>
        ))}
      </ul>
      <p className={styles.noticeText}>{t('alikeText')}</p>
    </section>
  );
}

interface OfferedGuardiansProps {
  readonly found: readonly OfferedGuardian[];
  readonly takesFocus: boolean;
  readonly onLink: (guardian: OfferedGuardian) => void;
}

/** Guardians of the registry who may be the one that is being typed: link instead of a second record. */
export function OfferedGuardians({ found, takesFocus, onLink }: OfferedGuardiansProps) {
  const t = useTranslations('pupils.add');
  const notice = useFocusedNotice(takesFocus);
  return (
    <section ref={notice} className={styles.notice} tabIndex={-1} aria-label={t('offered')}>
      <h3 className={styles.noticeTitle}>{t('offered')}</h3>
      <ul className={styles.people}>
        {found.map((guardian) => (
          <li key={guardian.id}>
            <b>{formatFullName(guardian.name)}</b>
            <GuardianFacts guardian={guardian} />
            {guardian.ofPupil ? (
              <span>{t('ofPupil')}</span>
            ) : (
              <Button
                size="compact-sm"
                variant="default"
                leftSection={<IconLink size={14} />}
                onClick={() => onLink(guardian)}
              >
                {t('link')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {found.every(({ ofPupil }) => ofPupil) ? null : <p className={styles.noticeText}>{t('offeredText')}</p>}
    </section>
  );
}

/** How to reach a guardian, and whose it is. */
export function GuardianFacts({ guardian }: { readonly guardian: OfferedGuardian }) {
  const t = useTranslations('pupils.add');
  const { phone, email, children } = guardian;
  const names = children.map(({ name, className }) => [name, className].filter(Boolean).join(', ')).join('; ');
  return (
    <span className={styles.lines}>
      {phone === '' && email === '' ? null : <span>{[phone, email].filter(Boolean).join(', ')}</span>}
      {names === '' ? null : <span>{t('children', { names })}</span>}
    </span>
  );
}
