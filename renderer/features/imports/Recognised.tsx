import { IconCircleCheck, IconInfoCircle } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import type { ImportPreview } from '../../../shared/contract/imports.ts';
import { showDate } from '../../ui/dates.ts';
import { useLanguage } from '../../ui/language.tsx';
import styles from './Columns.module.css';
import { usePresetWords } from './preset-words.ts';

interface RecognisedProps {
  readonly preview: ImportPreview;
  readonly fileName: string;
}

/** Which file this is, in a line: its format, what it holds, how many rows, of which day. */
export function Recognised({ preview, fileName }: RecognisedProps) {
  const t = useTranslations('imports.preset');
  const name = usePresetWords();
  const { presetId, presetName } = preview;
  const Icon = presetId === null ? IconInfoCircle : IconCircleCheck;
  const own = presetId?.startsWith('own:') ?? false;
  return (
    <div className={styles.recognised} data-known={presetId !== null || undefined}>
      <Icon size={18} aria-hidden />
      <div className={styles.recognisedWords}>
        <p>
          <b>{fileName}</b>
          <Contents preview={preview} />
        </p>
        <p>
          {presetId === null
            ? t('unknown')
            : own
              ? t('own', { name: presetName })
              : t('known', { name: name(presetId) })}
        </p>
      </div>
    </div>
  );
}

function Contents({ preview }: { readonly preview: ImportPreview }) {
  const t = useTranslations('imports.holds');
  const count = useTranslations('app.count');
  const { language } = useLanguage();
  const said = [
    count('rows', { count: preview.rows }),
    ...(preview.contents.length === 0 ? [] : [`${t('label')}: ${preview.contents.map((one) => t(one)).join(', ')}`]),
    ...(preview.asOf === null ? [] : [t('asOf', { date: showDate(preview.asOf, language) })]),
  ];
  return <span className={styles.contents}>{said.join(' · ')}</span>;
}
