import { Tabs } from '@mantine/core';
import { useTranslations } from 'use-intl';
import type { ImportPreview } from '../../../shared/contract/imports.ts';
import styles from './Imports.module.css';
import type { ShownPile } from './import-state.ts';

interface PileTabsProps {
  readonly preview: ImportPreview;
  readonly pile: ShownPile;
  readonly onPile: (pile: ShownPile) => void;
}

const order: readonly ShownPile[] = ['new', 'changed', 'same', 'ambiguous', 'refused', 'problems'];

/** The piles with their counts, and what belongs into the one that is open. */
export function PileTabs({ preview, pile, onPile }: PileTabsProps) {
  const t = useTranslations('imports');
  const countOf = (one: ShownPile) =>
    one === 'problems' ? preview.warnings + preview.counts.refused : preview.counts[one];
  return (
    <>
      <Tabs value={pile} onChange={(value) => onPile(order.find((one) => one === value) ?? 'new')}>
        <Tabs.List aria-label={t('piles.label')}>
          {order.map((one) => (
            <Tabs.Tab key={one} value={one} disabled={countOf(one) === 0 && one !== pile}>
              {t(`piles.${one}`)} <b className={styles.pileCount}>{t('piles.count', { count: countOf(one) })}</b>
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
