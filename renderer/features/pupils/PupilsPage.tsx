import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { IconFileImport, IconUserPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import type { PupilRow } from '../../../shared/contract/pupils.ts';
import { formatFullName } from '../../../shared/domain/person-name.ts';
import { desk, deskQuery } from '../../api.ts';
import { useMay } from '../../query.ts';
import { type PupilsSearch, pupilFilterOf, usePupilsSearch } from '../../search.ts';
import { DataTable } from '../../ui/DataTable.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorCard } from '../../ui/ErrorCard.tsx';
import { ExportMenuItems, LostLettersDialog } from '../../ui/ExportMenu.tsx';
import { Page } from '../../ui/Page.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { usePagedRows } from '../../ui/paged-rows.ts';
import { useSelection } from '../../ui/table-selection.ts';
import type { DataSort } from '../../ui/table-types.ts';
import { useExport } from '../../ui/use-export.ts';
import { AddPupil } from './AddPupil.tsx';
import { PupilCard } from './PupilCard.tsx';
import { PupilFilters } from './PupilFilters.tsx';
import { PupilSelectionBar } from './PupilSelectionBar.tsx';
import { type PupilSort, usePupilColumns } from './pupil-columns.tsx';

/** All pupils: search, filter by class and state, choose many, open one's card on the right. */
export function PupilsPage() {
  const t = useTranslations('pupils');
  const count = useTranslations('app.count');
  const [search, change] = usePupilsSearch();
  const sort: DataSort<PupilSort> = { by: search.sort ?? 'class', descending: search.descending ?? false };
  const selection = useSelection();
  const add = () => change({ form: 'new', open: undefined });
  const isSideOpen = search.open !== undefined || search.form !== undefined;
  const columns = usePupilColumns(isSideOpen);
  const filter = pupilFilterOf(search);
  const input = { filter, sort: sort.by, descending: sort.descending };
  const rows = usePagedRows((page) => deskQuery.pupils.list.queryOptions({ input: { ...input, page } }));
  const all = rows.answer?.totalWithoutFilter ?? 0;
  const exporting = useExport('pupils', filter);
  const mayExport = useMay('exports.prepare') && all > 0;
  const selectAll = async () => selection.add(await desk.pupils.ids({ filter }));

  return (
    <Page
      header={
        <PageHeader
          title={t('title')}
          count={rows.pending ? undefined : count('pupils', { count: all })}
          action={<PageActions onAdd={add} narrow={isSideOpen} />}
          menu={mayExport ? <ExportMenuItems exporting={exporting} withPackages /> : undefined}
        />
      }
      side={isSideOpen ? <PageSide search={search} onChange={change} /> : undefined}
    >
      {rows.error === null ? null : <ErrorCard error={rows.error} onRetry={rows.retry} />}
      <PupilFilters search={search} onChange={change} shown={rows.total} total={all} />
      <DataTable<PupilRow, PupilSort>
        name="pupils"
        label={t('title')}
        columns={columns}
        total={rows.total}
        rowAt={rows.rowAt}
        onRange={rows.onRange}
        idOf={(row) => row.id}
        nameOf={(row) => formatFullName(row.name)}
        sort={sort}
        onSort={({ by, descending }) => change({ sort: by, descending })}
        selection={selection}
        onSelectAll={() => void selectAll()}
        onOpen={(row) => change({ open: row.id })}
        openId={search.open}
        onEscape={() => change({ open: undefined })}
        empty={
          rows.pending ? null : all === 0 ? (
            <NoPupils onAdd={add} />
          ) : (
            <NothingFits search={search} onReset={() => change(noFilter)} />
          )
        }
      />
      <PupilSelectionBar selection={selection} />
      <LostLettersDialog exporting={exporting} />
    </Page>
  );
}

interface PageSideProps {
  readonly search: PupilsSearch;
  readonly onChange: (change: Partial<PupilsSearch>) => void;
}

/** The form of a new pupil, or the card of the one that is open. */
function PageSide({ search: { form, open, classId }, onChange }: PageSideProps) {
  const classes = useQuery(deskQuery.classes.list.queryOptions()).data?.classes;
  if (useMay('pupils.add') && form !== undefined)
    return (
      <AddPupil
        className={classes?.find(({ id }) => id === classId)?.title ?? ''}
        openId={open}
        onOpen={(pupilId) => onChange({ open: pupilId })}
        onAdded={(pupilId) => onChange({ form: undefined, open: pupilId })}
        onClose={() => onChange({ form: undefined })}
      />
    );
  return open === undefined ? null : (
    <PupilCard key={open} pupilId={open} onClose={() => onChange({ open: undefined })} />
  );
}

interface AddsPupil {
  readonly onAdd: () => void;
  /** There is room for one button with words. */
  readonly narrow?: boolean;
}

/** How pupils come into the registry: from a file, or one by hand. */
function PageActions({ onAdd, narrow = false }: AddsPupil) {
  const t = useTranslations('pupils');
  const navigate = useNavigate();
  const mayImport = useMay('imports.preview');
  const mayAdd = useMay('pupils.add');
  return (
    <>
      {mayAdd ? <AddButton onAdd={onAdd} narrow={narrow} /> : null}
      {mayImport ? (
        <Button leftSection={<IconFileImport size={16} />} onClick={() => void navigate({ to: '/import' })}>
          {t('action.import')}
        </Button>
      ) : null}
    </>
  );
}

function AddButton({ onAdd, narrow }: AddsPupil) {
  const t = useTranslations('pupils.add');
  if (narrow)
    return (
      <Tooltip label={t('open')}>
        <ActionIcon variant="default" size={36} aria-label={t('open')} onClick={onAdd}>
          <IconUserPlus size={18} />
        </ActionIcon>
      </Tooltip>
    );
  return (
    <Button variant="default" leftSection={<IconUserPlus size={16} />} onClick={onAdd}>
      {t('open')}
    </Button>
  );
}

function NoPupils({ onAdd }: AddsPupil) {
  const t = useTranslations('pupils.empty');
  return (
    <EmptyState title={t('title')} action={<PageActions onAdd={onAdd} />}>
      {t('text')}
    </EmptyState>
  );
}

const noFilter = { classId: undefined, state: undefined, group: undefined, query: undefined } as const;

interface NothingFitsProps {
  readonly search: PupilsSearch;
  readonly onReset: () => void;
}

/** Says which filters hide everybody, and takes them off. */
function NothingFits({ search, onReset }: NothingFitsProps) {
  const t = useTranslations('app');
  const filter = useTranslations('pupils.filter');
  const state = useTranslations('states.credential');
  const group = useTranslations('pupils.group');
  const filters = [
    ...(search.query === undefined ? [] : [filter('query', { query: search.query })]),
    ...(search.classId === undefined ? [] : [filter('class').toLocaleLowerCase()]),
    ...(search.state === undefined ? [] : [state(search.state).toLocaleLowerCase()]),
    ...(search.group === undefined ? [] : [group(search.group).toLocaleLowerCase()]),
  ];
  return (
    <EmptyState
      title={t('filter.nothing')}
      action={
        <Button variant="default" onClick={onReset}>
          {t('action.reset')}
        </Button>
      }
    >
      {t('filter.nothingHint', { filters: filters.join(', ') })}
    </EmptyState>
  );
}
