import { Modal } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { type KeyboardEvent, useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import styles from './CommandPalette.module.css';
import type { DeskCommands } from './desk-commands.ts';
import { type Choice, useChoices } from './palette-choices.ts';

interface CommandPaletteProps {
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly commands: DeskCommands;
}

/** Ctrl+K: sections, actions and pupils under one search. */
export function CommandPalette({ opened, onClose, commands }: CommandPaletteProps) {
  const t = useTranslations('app.palette');
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      withCloseButton={false}
      centered={false}
      yOffset="12vh"
      size={560}
      padding={0}
      styles={{ body: { padding: 0 } }}
      attributes={{ content: { 'aria-label': t('title') } }}
    >
      <PaletteBody onClose={onClose} commands={commands} />
    </Modal>
  );
}

function PaletteBody({ onClose, commands }: Omit<CommandPaletteProps, 'opened'>) {
  const t = useTranslations('app.palette');
  const [query, setQuery] = useState('');
  const [place, setPlace] = useState(0);
  const [entered, setEntered] = useState(false);
  const { list: choices, settled } = useChoices(query.trim(), commands);
  const current = Math.min(place, Math.max(0, choices.length - 1));
  const run = (choice: Choice | undefined) => {
    if (choice === undefined) return;
    onClose();
    choice.run();
  };
  // Enter pressed before the answer came runs what the words typed have found, not what former words had.
  useEffect(() => {
    if (!entered || !settled) return;
    setEntered(false);
    run(choices[current]);
  });
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown') setPlace(Math.min(current + 1, choices.length - 1));
    else if (event.key === 'ArrowUp') setPlace(Math.max(current - 1, 0));
    else if (event.key === 'Enter') setEntered(true);
    else return;
    event.preventDefault();
  };
  return (
    <div>
      <div className={styles.field}>
        <IconSearch size={18} aria-hidden />
        <input
          className={styles.input}
          data-autofocus
          role="combobox"
          aria-expanded
          aria-controls="palette-list"
          aria-activedescendant={choices[current] === undefined ? undefined : `palette-${current}`}
          aria-label={t('placeholder')}
          placeholder={t('placeholder')}
          value={query}
          onChange={(event) => {
            setQuery(event.currentTarget.value);
            setPlace(0);
            setEntered(false);
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      <ChoiceList choices={choices} current={current} onRun={run} />
      <p className={styles.hint}>{t('hint')}</p>
    </div>
  );
}

interface ChoiceListProps {
  readonly choices: readonly Choice[];
  readonly current: number;
  readonly onRun: (choice: Choice) => void;
}

function ChoiceList({ choices, current, onRun }: ChoiceListProps) {
  const t = useTranslations('app.palette');
  if (choices.length === 0) return <p className={styles.nothing}>{t('nothing')}</p>;
  return (
    <div id="palette-list" role="listbox" aria-label={t('title')} className={styles.list}>
      {choices.map((choice, index) => (
        <div key={choice.id}>
          {choices[index - 1]?.group === choice.group ? null : (
            <div className={styles.group} role="presentation">
              {t(choice.group)}
            </div>
          )}
          {/* biome-ignore lint/a11y/useKeyWithClickEvents: the search field handles the keys (aria-activedescendant) */}
          <div
            id={`palette-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === current}
            className={styles.option}
            ref={(element) => {
              if (index === current) element?.scrollIntoView({ block: 'nearest' });
            }}
            onClick={() => onRun(choice)}
          >
            <choice.icon size={17} stroke={1.7} aria-hidden />
            <span className={styles.label}>{choice.label}</span>
            <span className={styles.detail}>{choice.detail}</span>
          </div>
        </div>
      ))}
    </div>
  );
}
