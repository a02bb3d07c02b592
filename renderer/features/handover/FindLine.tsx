import { SegmentedControl, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import styles from './Handover.module.css';
import { tickId } from './HandoverLine.tsx';
import type { HandoverView } from './handover-rows.ts';
import type { RollCall } from './use-roll-call.ts';

interface FindLineProps {
  readonly call: RollCall;
  readonly waiting: number;
  readonly all: number;
}

/** The search field that has the focus from the start, and whom to show. */
export function FindLine({ call, waiting, all }: FindLineProps) {
  const t = useTranslations('handover');
  const current = call.rows[call.cursor];
  return (
    <search className={styles.line}>
      <TextInput
        ref={call.input}
        className={styles.find ?? ''}
        type="search"
        size="md"
        autoFocus
        data-page-search
        autoComplete="off"
        spellCheck={false}
        aria-label={t('find')}
        placeholder={t('find')}
        aria-activedescendant={current === undefined ? undefined : tickId(current)}
        leftSection={<IconSearch size={17} aria-hidden />}
        value={call.query}
        onChange={(event) => call.find(event.currentTarget.value)}
        onKeyDown={call.onKeyDown}
      />
      <SegmentedControl<HandoverView>
        aria-label={t('view.label')}
        data={[
          { value: 'waiting', label: t('view.waiting', { count: waiting }) },
          { value: 'all', label: t('view.all', { count: all }) },
        ]}
        value={call.view}
        onChange={call.show}
      />
      <span className={styles.keys}>{t('keys')}</span>
    </search>
  );
}
