import { Select } from '@mantine/core';

interface ClassSelectProps {
  readonly label: string;
  /** Stands for no choice. */
  readonly all: string;
  readonly classes: readonly { readonly id: number; readonly title: string }[];
  readonly classId: number | undefined;
  readonly onClass: (classId: number | undefined) => void;
  readonly className: string | undefined;
}

/** One class of a table, or all of them. */
export function ClassSelect({ label, all, classes, classId, onClass, className = '' }: ClassSelectProps) {
  return (
    <Select
      className={className}
      aria-label={label}
      placeholder={all}
      searchable
      clearable
      data={classes.map(({ id, title }) => ({ value: String(id), label: title }))}
      value={classId === undefined ? null : String(classId)}
      onChange={(value) => onClass(value === null ? undefined : Number(value))}
    />
  );
}
