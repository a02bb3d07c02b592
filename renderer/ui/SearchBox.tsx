import { TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useState } from 'react';

interface SearchBoxProps {
  readonly label: string;
  readonly query: string;
  readonly onQuery: (query: string) => void;
  readonly className: string | undefined;
}

const quietMs = 120;

/** The page's search: asks a moment after the last keystroke, so that typing stays smooth. */
export function SearchBox({ label, query, onQuery, className = '' }: SearchBoxProps) {
  const [typed, setTyped] = useState(query);
  useEffect(() => setTyped(query), [query]);
  const ask = useDebouncedCallback(onQuery, quietMs);
  return (
    <TextInput
      className={className}
      type="search"
      aria-label={label}
      placeholder={label}
      data-page-search
      leftSection={<IconSearch size={15} aria-hidden />}
      value={typed}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        ask(event.currentTarget.value);
      }}
    />
  );
}
