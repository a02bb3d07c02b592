import { useQuery } from '@tanstack/react-query';
import { memo } from 'react';
import type { DrawItem, Sheet } from '../../shared/contract/slips.ts';
import { deskQuery } from '../api.ts';
import styles from './PaperView.module.css';

const MM_PER_PT = 25.4 / 72;

const families: Readonly<Record<TextItem['font'], { readonly family: string; readonly weight: number }>> = {
  regular: { family: '"Golos Text Variable"', weight: 400 },
  medium: { family: '"Golos Text Variable"', weight: 500 },
  bold: { family: '"Golos Text Variable"', weight: 700 },
  mono: { family: '"JetBrains Mono"', weight: 500 },
  'mono-bold': { family: '"JetBrains Mono"', weight: 700 },
  han: { family: '"ZCOOL XiaoWei"', weight: 400 },
  barcode: { family: '"Libre Barcode 39"', weight: 400 },
};

type TextItem = Extract<DrawItem, { kind: 'text' }>;

interface PaperSheetProps {
  readonly sheet: Sheet;
  /** Names the picture for a screen reader; without it the picture is decorative. */
  readonly label?: string;
}

/** One sheet drawn in millimetres: the same marks the PDF has. */
export const PaperSheet = memo(function PaperSheet({ sheet, label }: PaperSheetProps) {
  return (
    <svg
      className={styles.paper}
      viewBox={`0 0 ${sheet.widthMm} ${sheet.heightMm}`}
      role="img"
      aria-hidden={label === undefined}
      aria-label={label}
    >
      {sheet.items.map((item, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: marks on paper are never reordered
        <Mark key={index} item={item} />
      ))}
    </svg>
  );
});

function Mark({ item }: { readonly item: DrawItem }) {
  switch (item.kind) {
    case 'text':
      return <TextMark item={item} />;
    case 'line':
      return (
        <line
          x1={item.x1Mm}
          y1={item.y1Mm}
          x2={item.x2Mm}
          y2={item.y2Mm}
          stroke={greyOf(item.grey)}
          strokeWidth={item.widthPt * MM_PER_PT}
          strokeDasharray={item.dash === 'cut' ? '1.4 1.4' : undefined}
        />
      );
    case 'box':
      return (
        <rect
          x={item.xMm}
          y={item.yMm}
          width={item.widthMm}
          height={item.heightMm}
          rx={item.radiusMm}
          fill={greyOf(item.fillGrey)}
        />
      );
    case 'qr':
      return <QrMark item={item} />;
    case 'logo':
      return <LogoMark item={item} />;
  }
}

function QrMark({ item }: { readonly item: Extract<DrawItem, { kind: 'qr' }> }) {
  const side = item.sideMm / item.rows.length;
  const path = item.rows.flatMap((row, y) =>
    [...row.matchAll(/1+/g)].map(({ index, 0: run }) => `M${index} ${y}h${run.length}v1h-${run.length}z`),
  );
  return <path d={path.join('')} transform={`translate(${item.xMm} ${item.yMm}) scale(${side})`} fill="black" />;
}

/** The logo is read once, however many slips show it; until then its place is empty. */
function LogoMark({ item }: { readonly item: Extract<DrawItem, { kind: 'logo' }> }) {
  const logo = useQuery(deskQuery.settings.logo.queryOptions({ staleTime: 60_000 }));
  const dataUrl = logo.data?.dataUrl ?? undefined;
  if (dataUrl === undefined) return null;
  return <image href={dataUrl} x={item.xMm} y={item.yMm} width={item.widthMm} height={item.heightMm} />;
}

function TextMark({ item }: { readonly item: TextItem }) {
  const { family, weight } = families[item.font];
  return (
    <text
      x={item.xMm}
      y={item.baselineMm}
      fontFamily={family}
      fontWeight={weight}
      fontSize={item.sizePt * MM_PER_PT}
      fill={greyOf(item.grey)}
      xmlSpace="preserve"
    >
      {item.text}
    </text>
  );
}

/** 0 is black ink, 1 is bare paper. */
function greyOf(grey: number): string {
  const level = Math.round(grey * 255);
  return `rgb(${level} ${level} ${level})`;
}
