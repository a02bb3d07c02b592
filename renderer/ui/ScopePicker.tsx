import { ActionIcon, Button, Combobox, useCombobox } from '@mantine/core';
import { IconChevronLeft, IconChevronRight, IconSelector } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { SchoolClass, SchoolCoverage } from '../../shared/contract/classes.ts';
import { foldSearch } from '../../shared/domain/search-key.ts';
import { deskQuery } from '../api.ts';
import { chosenScope } from './chosen-scope.ts';
import type { IssueScope, IssueStep } from './issue-scope.ts';
import { useLanguage } from './language.tsx';
import { ScopeCoverage } from './ScopeCoverage.tsx';
import styles from './ScopePicker.module.css';
import { useOwnDiaryOf } from './school-diary.ts';
import { useWholeName } from './use-whole-name.ts';

interface ScopePickerProps {
  readonly step: IssueStep;
  readonly choice: IssueScope;
}

const SCHOOL = 'school';
const CHOSEN = 'chosen';

/** Whom a step of issuing is about: a class with how far it has come, the whole school, or pupils chosen elsewhere. */
export function ScopePicker({ step, choice }: ScopePickerProps) {
  const t = useTranslations('credentials.scope');
  const classes = useClasses();
  const [query, setQuery] = useState('');
  const box = useCombobox({
    onDropdownClose: () => setQuery(''),
    onDropdownOpen: () => {
      box.focusSearchInput();
      box.updateSelectedOptionIndex('active');
    },
  });
  const choose = (value: string) => {
    choice.change(searchOf(value));
    box.closeDropdown();
    box.focusTarget();
  };
  const found = classes.filter((one) =>
    foldSearch(one.title).replaceAll(' ', '').includes(foldSearch(query).replaceAll(' ', '')),
  );
  return (
    <div className={styles.picker}>
      <Combobox store={box} onOptionSubmit={choose} width={340} position="bottom-start" shadow="md" withinPortal>
        <Combobox.Target withAriaAttributes={false}>
          <Button
            className={styles.target ?? ''}
            variant="default"
            justify="space-between"
            rightSection={<IconSelector size={15} aria-hidden />}
            aria-label={`${t('label')}: ${useScopeTitle(choice)}`}
            aria-haspopup="listbox"
            aria-expanded={box.dropdownOpened}
            onClick={() => box.toggleDropdown()}
          >
            {useScopeTitle(choice)}
          </Button>
        </Combobox.Target>
        <Combobox.Dropdown>
          <Combobox.Search
            value={query}
            placeholder={t('find')}
            aria-label={t('find')}
            onChange={(event) => {
              setQuery(event.currentTarget.value);
              box.updateSelectedOptionIndex(0);
            }}
          />
          <Combobox.Options className={styles.options ?? ''} aria-label={t('list')} mah={340}>
            {query === '' ? <WideOptions step={step} choice={choice} /> : null}
            {found.map((one) => (
              <Combobox.Option key={one.id} value={String(one.id)} active={one.id === choice.search.classId}>
                <OptionLine title={one.title}>
                  <ScopeCoverage step={step} classes={[one]} holders={choice.holders} />
                </OptionLine>
              </Combobox.Option>
            ))}
            {found.length === 0 && query !== '' ? <Combobox.Empty>{t('noClass')}</Combobox.Empty> : null}
          </Combobox.Options>
        </Combobox.Dropdown>
      </Combobox>
      <Neighbours classes={classes} choice={choice} />
      <OwnDiary classId={choice.scope.kind === 'class' ? choice.scope.classId : undefined} />
    </div>
  );
}

/** Says which diary the class uses where that is not the school's. */
function OwnDiary({ classId }: { readonly classId: number | undefined }) {
  const t = useTranslations('credentials.scope');
  const { language } = useLanguage();
  const diary = useOwnDiaryOf(classId);
  return diary === undefined ? null : (
    <span className={styles.diary}>{t('ownDiary', { diary: diary.name[language] })}</span>
  );
}

function WideOptions({ step, choice }: ScopePickerProps) {
  const t = useTranslations('credentials.scope');
  const school = useSchoolCoverage();
  const chosen = chosenScope();
  return (
    <>
      <Combobox.Option value={SCHOOL} active={choice.scope.kind === 'school'}>
        <OptionLine title={useWholeName()}>
          <ScopeCoverage step={step} classes={school} holders={choice.holders} barOnly />
        </OptionLine>
      </Combobox.Option>
      {chosen?.kind === 'pupils' ? (
        <Combobox.Option value={CHOSEN} active={choice.scope.kind === 'pupils'}>
          {t('chosen', { count: chosen.pupilIds.length })}
        </Combobox.Option>
      ) : null}
    </>
  );
}

function OptionLine({ title, children }: { readonly title: string; readonly children: React.ReactNode }) {
  return (
    <span className={styles.option}>
      <span className={styles.optionTitle}>{title}</span>
      {children}
    </span>
  );
}

interface NeighboursProps {
  readonly classes: readonly SchoolClass[];
  readonly choice: IssueScope;
}

/** To the class before and after, for going through the school class by class. */
function Neighbours({ classes, choice }: NeighboursProps) {
  const t = useTranslations('credentials.scope');
  const place = classes.findIndex((one) => one.id === choice.search.classId);
  const before = place > 0 ? classes[place - 1] : undefined;
  const after = classes[place + 1];
  if (classes.length < 2) return null;
  const go = (one: SchoolClass | undefined) =>
    one !== undefined && choice.change({ classId: one.id, chosen: undefined });
  return (
    <ActionIcon.Group>
      <ActionIcon
        variant="default"
        size={36}
        aria-label={t('previous')}
        disabled={before === undefined}
        onClick={() => go(before)}
      >
        <IconChevronLeft size={16} />
      </ActionIcon>
      <ActionIcon
        variant="default"
        size={36}
        aria-label={t('next')}
        disabled={after === undefined}
        onClick={() => go(after)}
      >
        <IconChevronRight size={16} />
      </ActionIcon>
    </ActionIcon.Group>
  );
}

const noClasses: readonly SchoolClass[] = [];

/** The classes of this year in school order; none while they are being read. */
export function useClasses(): readonly SchoolClass[] {
  return useQuery(deskQuery.classes.list.queryOptions()).data?.classes ?? noClasses;
}

/** The whole school's coverage in a list of one; empty while it is being read. */
export function useSchoolCoverage(): readonly SchoolCoverage[] {
  const { data } = useQuery(deskQuery.classes.list.queryOptions());
  return data === undefined ? [] : [data.school];
}

/** Is there nobody in any class? False while it is being read. */
export function useIsNobodyHere(): boolean {
  const { data } = useQuery(deskQuery.classes.list.queryOptions());
  return data?.classes.every(({ pupils, guardians }) => pupils.persons + guardians.persons === 0) ?? false;
}

/** The choice in words: «5А», «Вся школа», «12 выбранных учеников». */
export function useScopeTitle({ scope }: IssueScope): string {
  const t = useTranslations('credentials.scope');
  const whole = useWholeName();
  const classes = useClasses();
  switch (scope.kind) {
    case 'class':
      return classes.find((one) => one.id === scope.classId)?.title ?? '…';
    case 'pupils':
      return t('chosen', { count: scope.pupilIds.length });
    case 'school':
      return whole;
  }
}

function searchOf(value: string): { classId: number | undefined; chosen: boolean | undefined } {
  if (value === SCHOOL) return { classId: undefined, chosen: undefined };
  if (value === CHOSEN) return { classId: undefined, chosen: true };
  return { classId: Number(value), chosen: undefined };
}
