import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import type { PupilCard } from '../../../shared/contract/pupils.ts';
import { isLive } from '../../../shared/domain/credential-state.ts';
import { formatFullName } from '../../../shared/domain/person-name.ts';
import { useMay } from '../../query.ts';
import { rememberScope } from '../../ui/chosen-scope.ts';
import { showDate } from '../../ui/dates.ts';
import { useLoginJob } from '../../ui/LoginJobs.tsx';
import { useLanguage } from '../../ui/language.tsx';
import styles from './PupilCard.module.css';

/** The login was issued under a former surname: offers a new one for that reason. */
export function CardRenamed({ card }: { readonly card: PupilCard }) {
  const t = useTranslations('pupils.card');
  const { language } = useLanguage();
  const navigate = useNavigate();
  const ask = useLoginJob();
  const mayReissue = useMay('credentials.reissue');
  const { person, formerNames } = card;
  const former = formerNames.find(({ name }) => !name.startsWith(`${person.name.surname} `));
  const login = person.credentials.find(({ state }) => state !== 'none' && isLive(state));
  if (!mayReissue || former === undefined || login === undefined || login.issuedAt.slice(0, 10) > former.until)
    return null;
  const print = () => {
    rememberScope({ kind: 'pupils', pupilIds: [person.id] });
    void navigate({ to: '/slips', search: { chosen: true, for: ['pupil'] } });
  };
  const whose = formatFullName(person.name);
  const credential = { ...login, role: 'pupil' as const, hasPassword: login.printable, whose };
  return (
    <p className={styles.renamed}>
      <span>{t('renamed', { date: showDate(former.until, language) })}</span>
      <Button
        size="compact-sm"
        variant="light"
        onClick={() => ask({ job: 'reissue', reason: 'surname-changed', credential, onPrint: print })}
      >
        {t('reissue')}
      </Button>
    </p>
  );
}
