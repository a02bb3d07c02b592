import { useTranslations } from 'use-intl';
import type { Pair, PersonSide } from '../../../shared/contract/reconciliation.ts';
import { showDate } from '../../ui/dates.ts';
import { useLanguage } from '../../ui/language.tsx';
import { DifferentValue } from './DifferentValue.tsx';
import styles from './Reconciliation.module.css';

const lines = ['name', 'phone', 'email', 'snils', 'birthDate', 'class', 'kin'] as const;

type Line = (typeof lines)[number];

/** What a side says in a line; several values stand in one, a SNILS is short to read. */
function shownOf(side: PersonSide | null, line: Line, date: (iso: string) => string): string {
  if (side === null) return '';
  switch (line) {
    case 'name':
      return side.name;
    case 'birthDate':
      return side.birthDate === '' ? '' : date(side.birthDate);
    case 'class':
      return side.className;
    case 'kin':
      return side.kin.join(', ');
    default:
      return side.contacts.flatMap(({ kind, value }) => (kind === line ? [value] : [])).join(', ');
  }
}

/** What a value is compared with: of classes and family one side may know more, which is no difference. */
function rival(line: Line, value: string, other: string): string {
  const mayKnowMore = line === 'class' || line === 'kin';
  return mayKnowMore && (value.includes(other) || other.includes(value)) ? value : other;
}

/** School and portal side by side, line by line, with what differs marked. Lines that neither side has are left out. */
export function PairSides({ pair }: { readonly pair: Pick<Pair, 'school' | 'portal'> }) {
  const t = useTranslations('reconciliation');
  const { language } = useLanguage();
  const date = (iso: string) => showDate(iso, language);
  const rows = lines
    .map((line) => ({ line, school: shownOf(pair.school, line, date), portal: shownOf(pair.portal, line, date) }))
    .filter(({ school, portal }) => school !== '' || portal !== '');
  return (
    <table className={styles.sides}>
      <thead>
        <tr>
          <th scope="col">
            <span className="desk-visually-hidden">{t('column.reason')}</span>
          </th>
          <th scope="col">{t('card.school')}</th>
          <th scope="col">{t('card.portal')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ line, school, portal }) => (
          <tr
            key={line}
            data-differs={(school !== '' && portal !== '' && rival(line, school, portal) !== school) || undefined}
          >
            <th scope="row">{t(`field.${line}`)}</th>
            <td>
              {pair.school === null ? '' : <DifferentValue value={school} against={rival(line, school, portal)} />}
            </td>
            <td>
              {pair.portal === null ? '' : <DifferentValue value={portal} against={rival(line, portal, school)} />}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
