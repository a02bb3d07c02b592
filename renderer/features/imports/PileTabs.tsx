import { Tabs } from '@mantine/core';
import { useTranslations } from 'use-intl';
import type { ImportPreview } from '../../../shared/contract/imports.ts';
import type { ShownPile } from './import-state.ts';
import styles from './Review.module.css';

interface PileTabsProps {
  readonly preview: ImportPreview;
  readonly pile: ShownPile;
  readonly onPile: (pile: ShownPile) => void;
}

const order = ['new', 'changed', 'ambiguous', 'missing', 'refused', 'same', 'problems', 'kept', 'decided'] as const;

/** Piles that most files do not have: shown only with something in them. */
const rare: readonly ShownPile[] = ['missing', 'kept', 'decided'];

/** The piles with their counts, and what belongs into the one that is open. */
export function PileTabs({ preview, pile, onPile }: PileTabsProps) {
  const t = useTranslations('imports');
  const count = countsOf(preview);
  const shown = order.filter((one) => one === pile || count[one] > 0 || !rare.includes(one));
  return (
    <>
      <Tabs value={pile} onChange={(value) => onPile(order.find((one) => one === value) ?? 'new')}>
        <Tabs.List aria-label={t('piles.label')}>
          {shown.map((one) => (
            <Tabs.Tab key={one} className={styles.pile} value={one} disabled={count[one] === 0 && one !== pile}>
              {t(`piles.${one}`)} <b className={styles.pileCount}>{t('piles.count', { count: count[one] })}</b>
            </Tabs.Tab>
          ))}
        </Tabs.List>
      </Tabs>
      <p className={styles.hint}>
        {t(`piles.hint.${pile}`)} <Extras preview={preview} pile={pile} />
      </p>
    </>
  );
}

function countsOf(preview: ImportPreview): Readonly<Record<ShownPile, number>> {
  const { counts, warnings, keptByHand, decided } = preview;
  return { ...counts, problems: warnings + counts.refused, kept: keptByHand, decided };
}

function Extras({ preview, pile }: { readonly preview: ImportPreview; readonly pile: ShownPile }) {
  const t = useTranslations('imports.summary');
  if (pile !== 'new') return null;
  const { guardiansNew, classesNew } = preview;
  const said = [
    ...(guardiansNew > 0 ? [t('guardiansNew', { count: guardiansNew })] : []),
    ...(classesNew.length > 0 ? [t('classesNew', { count: classesNew.length, names: classesNew.join(', ') })] : []),
  ];
  return said.length === 0 ? null : `${said.join('. ')}.`;
}
