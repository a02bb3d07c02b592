import { Checkbox, Group as Line } from '@mantine/core';
import { Controller, useFormContext } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import type { Settings } from '../../../shared/contract/settings.ts';
import { type CollectedKind, collectedKinds } from '../../../shared/domain/contact-collection.ts';
import { Group } from './Group.tsx';

const roles = ['guardian', 'pupil'] as const;

/** Which contacts the school calls required. */
export function ContactsGroup() {
  const t = useTranslations('contacts');
  const { control } = useFormContext<Settings>();
  return (
    <Group title={t('required.title')} hint={t('required.hint')}>
      {roles.map((role) => (
        <Controller
          key={role}
          name={`requiredContacts.${role}`}
          control={control}
          render={({ field: { value, onChange } }) => (
            <Kinds label={t(`required.${role}`)} kinds={value} onKinds={onChange} />
          )}
        />
      ))}
    </Group>
  );
}

interface KindsProps {
  readonly label: string;
  readonly kinds: readonly CollectedKind[];
  readonly onKinds: (kinds: readonly CollectedKind[]) => void;
}

function Kinds({ label, kinds, onKinds }: KindsProps) {
  const t = useTranslations('contacts.kind');
  const toggle = (kind: CollectedKind, on: boolean) =>
    onKinds(collectedKinds.filter((one) => (one === kind ? on : kinds.includes(one))));
  return (
    <Checkbox.Group label={label} value={[...kinds]}>
      <Line gap="lg" mt={6}>
        {collectedKinds.map((kind) => (
          <Checkbox
            key={kind}
            size="sm"
            value={kind}
            label={t(kind)}
            onChange={(event) => toggle(kind, event.currentTarget.checked)}
          />
        ))}
      </Line>
    </Checkbox.Group>
  );
}
