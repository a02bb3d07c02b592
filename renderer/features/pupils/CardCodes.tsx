import { Button } from '@mantine/core';
import { IconPencil, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { PupilCard } from '../../../shared/contract/pupils.ts';
import { deskQuery } from '../../api.ts';
import { useMay } from '../../query.ts';
import { CodeField } from '../../ui/CodeField.tsx';
import { useLanguage } from '../../ui/language.tsx';
import { useSchoolDiary } from '../../ui/school-diary.ts';
import styles from './PupilCard.module.css';

/** The pupil's codes, large and in letters that cannot be mistaken; the code of the school's diary is typed here as well. */
export function CardCodes({ card }: { readonly card: PupilCard }) {
  const t = useTranslations('pupils.card');
  const titleOf = useCodeTitle();
  return (
    <>
      {card.codes.length === 0 ? <p className={styles.quiet}>{t('noCodes')}</p> : null}
      <dl className={styles.pairs}>
        {card.codes.map((code) => (
          <div key={code.id} className={styles.pair}>
            <dt>{titleOf(code)}</dt>
            <dd className={`${code.kind === 'portal-code' ? styles.largeCode : styles.code} desk-mono`}>
              {code.value}
            </dd>
          </div>
        ))}
      </dl>
      <OwnCode pupilId={card.person.id} />
    </>
  );
}

/** What a code is and of which diary, as people call it. */
function useCodeTitle(): (code: PupilCard['codes'][number]) => string {
  const t = useTranslations('pupils.card');
  const { language } = useLanguage();
  const systems = useQuery(deskQuery.settings.diarySystems.queryOptions({ staleTime: 60_000 })).data;
  return ({ kind, system }) => {
    if (system === 'case-file') return t('caseNumber');
    const diary = systems?.find(({ id }) => id === system)?.name[language];
    return [t(`codeKind.${kind}`), diary].filter(Boolean).join(', ');
  };
}

/** Types or changes the code of the school's diary, where there is one and the role may. */
function OwnCode({ pupilId }: { readonly pupilId: number }) {
  const may = useMay('codes.save');
  const diary = useSchoolDiary();
  if (!may || diary === undefined || diary.codeFormat === null) return null;
  return <CodeEntry pupilId={pupilId} />;
}

function CodeEntry({ pupilId }: { readonly pupilId: number }) {
  const t = useTranslations('codes');
  const { language } = useLanguage();
  const label = useSchoolDiary()?.codeName?.[language] ?? t('column.code');
  const [typing, setTyping] = useState(false);
  const list = useQuery(
    deskQuery.codes.list.queryOptions({ input: { scope: { kind: 'pupils', pupilIds: [pupilId] } } }),
  );
  if (list.data === undefined) return null;
  if (list.data.heldBack) return <p className={styles.quiet}>{t('heldBack.text')}</p>;
  const value = list.data.rows[0]?.value ?? null;
  if (typing) {
    return (
      <CodeField
        pupilId={pupilId}
        value={value ?? ''}
        label={label}
        saveLabel={t('save')}
        onSaved={() => setTyping(false)}
        onCancel={() => setTyping(false)}
      />
    );
  }
  return (
    <Button
      className={styles.codeButton ?? ''}
      size="compact-md"
      variant="default"
      leftSection={value === null ? <IconPlus size={14} /> : <IconPencil size={14} />}
      onClick={() => setTyping(true)}
    >
      {value === null ? t('add') : t('change')}
    </Button>
  );
}
