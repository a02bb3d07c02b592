import { Button, Switch } from '@mantine/core';
import { IconDeviceFloppy } from '@tabler/icons-react';
import type { Dispatch } from 'react';
import { useTranslations } from 'use-intl';
import type { ImportPreview } from '../../../shared/contract/imports.ts';
import { ErrorCard, TroubleCard } from '../../ui/ErrorCard.tsx';
import { type Acceptance, writtenPiles } from './acceptance.ts';
import shared from './Imports.module.css';
import type { ImportAction, ShownPile } from './import-state.ts';
import styles from './Review.module.css';
import { useFailedRows } from './use-failed-rows.ts';

interface PileToolsProps {
  readonly preview: ImportPreview;
  readonly pile: ShownPile;
  /** The kind of remark that the list is narrowed down to. */
  readonly code: string | undefined;
  readonly accepted: Acceptance;
  readonly onCode: (code: string | undefined) => void;
  readonly dispatch: Dispatch<ImportAction>;
}

/** What can be done with the open pile: take or leave all of it, narrow down by kind, save the rows with errors. */
export function PileTools({ preview, pile, code, accepted, onCode, dispatch }: PileToolsProps) {
  const t = useTranslations('imports.piles');
  const decide = useTranslations('imports.decide');
  const written = writtenPiles.find((one) => one === pile);
  if (written !== undefined) {
    return (
      <div className={styles.tools}>
        <Switch
          label={t(`take.${written}`)}
          checked={!accepted.leavePiles.includes(written)}
          disabled={preview.counts[written] === 0}
          onChange={() => dispatch({ kind: 'pile-toggled', pile: written })}
        />
      </div>
    );
  }
  if (pile !== 'problems' && pile !== 'refused' && pile !== 'ambiguous') return null;
  return (
    <div className={styles.tools}>
      {pile === 'problems' ? <ProblemKinds preview={preview} code={code} onCode={onCode} /> : null}
      {pile === 'ambiguous' ? <span className={shared.quiet}>{decide('keys')}</span> : null}
      <SaveFailed preview={preview} />
    </div>
  );
}

interface ProblemKindsProps {
  readonly preview: ImportPreview;
  readonly code: string | undefined;
  readonly onCode: (code: string | undefined) => void;
}

/** Remarks by kind with their counts; a press narrows the list down to one. */
function ProblemKinds({ preview, code, onCode }: ProblemKindsProps) {
  const t = useTranslations('imports.groups');
  const words = useTranslations('problems');
  const counts = new Map<ImportPreview['problemGroups'][number]['code'], number>();
  for (const group of preview.problemGroups) counts.set(group.code, (counts.get(group.code) ?? 0) + group.count);
  if (counts.size === 0) return null;
  return (
    <fieldset className={styles.kinds} aria-label={t('label')}>
      <KindButton pressed={code === undefined} onPress={() => onCode(undefined)}>
        {t('all')}
      </KindButton>
      {[...counts].map(([one, count]) => (
        <KindButton key={one} pressed={code === one} onPress={() => onCode(code === one ? undefined : one)}>
          {t('item', { title: words(`${one}.title`), count })}
        </KindButton>
      ))}
    </fieldset>
  );
}

interface KindButtonProps {
  readonly pressed: boolean;
  readonly onPress: () => void;
  readonly children: string;
}

function KindButton({ pressed, onPress, children }: KindButtonProps) {
  return (
    <button type="button" className={styles.kind} aria-pressed={pressed} onClick={onPress}>
      {children}
    </button>
  );
}

function SaveFailed({ preview }: { readonly preview: ImportPreview }) {
  const t = useTranslations('imports.failed');
  const { save, trouble } = useFailedRows(preview.previewId);
  if (preview.counts.refused + preview.counts.ambiguous === 0) return null;
  return (
    <>
      <Button
        className={styles.saveFailed ?? ''}
        size="compact-md"
        variant="default"
        leftSection={<IconDeviceFloppy size={15} />}
        loading={save.isPending}
        onClick={() => save.mutate()}
      >
        {t('save')}
      </Button>
      {save.error === null ? null : <ErrorCard error={save.error} />}
      {trouble === undefined ? null : (
        <TroubleCard
          words={{
            title: t('trouble'),
            kept: t('troubleKept'),
            next: t('troubleNext', { message: trouble }),
          }}
        />
      )}
    </>
  );
}
