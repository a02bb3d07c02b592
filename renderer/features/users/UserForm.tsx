import { Button, Group, Modal, MultiSelect, Radio, Stack, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslations } from 'use-intl';
import { type Role, roleSchema } from '../../../shared/contract/registry.ts';
import type { Account } from '../../../shared/contract/users.ts';
import { desk, deskQuery } from '../../api.ts';
import { refreshRegistry } from '../../query.ts';
import { ErrorCard } from '../../ui/ErrorCard.tsx';
import { toastDone } from '../../ui/toast.tsx';
import type { HandedOut } from './user-job.ts';

interface UserFormProps {
  /** Whom to change; undefined to add somebody. */
  readonly user: Account | undefined;
  readonly onClose: () => void;
  readonly onHandedOut: (handedOut: HandedOut) => void;
}

/** Name, rights and classes of a user. */
export function UserForm({ user, onClose, onHandedOut }: UserFormProps) {
  const t = useTranslations('users.form');
  const action = useTranslations('app.action');
  const [name, setName] = useState(user?.name ?? '');
  const [role, setRole] = useState<Role>(user?.role ?? 'class-teacher');
  const [classIds, setClassIds] = useState(user?.classes.map(({ id }) => id) ?? []);
  const save = useMutation({
    mutationFn: async () => {
      const fields = { name: name.trim(), role, classIds };
      if (user === undefined) return onHandedOut({ ...(await desk.users.add(fields)), name: fields.name });
      await desk.users.change({ userId: user.id, ...fields });
      toastDone(t('changed', { name: fields.name }));
    },
    onSuccess: () => {
      onClose();
      void refreshRegistry();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() !== '') save.mutate();
  };
  return (
    <Modal
      opened
      size={560}
      onClose={onClose}
      title={user === undefined ? t('addTitle') : t('editTitle', { name: user.name })}
      closeButtonProps={{ 'aria-label': action('close') }}
    >
      <form onSubmit={submit}>
        <Stack gap={16}>
          <TextInput
            data-autofocus
            label={t('name')}
            description={t('nameHint')}
            maxLength={120}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <RoleChoice role={role} onRole={setRole} />
          {role === 'class-teacher' ? <ClassChoice classIds={classIds} onClasses={setClassIds} /> : null}
          {save.error === null ? null : <ErrorCard error={save.error} />}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {action('cancel')}
            </Button>
            <Button type="submit" loading={save.isPending} disabled={name.trim() === ''}>
              {t(user === undefined ? 'addSubmit' : 'editSubmit')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

function RoleChoice({ role, onRole }: { readonly role: Role; readonly onRole: (role: Role) => void }) {
  const t = useTranslations('users');
  const words = useTranslations('states.role');
  return (
    <Radio.Group label={t('form.role')} value={role} onChange={(value) => onRole(roleSchema.parse(value))}>
      <Stack gap={8} mt={6}>
        {roleSchema.options.map((one) => (
          <Radio key={one} value={one} label={words(one)} description={t(`roleText.${one}`)} />
        ))}
      </Stack>
    </Radio.Group>
  );
}

interface ClassChoiceProps {
  readonly classIds: readonly number[];
  readonly onClasses: (classIds: number[]) => void;
}

function ClassChoice({ classIds, onClasses }: ClassChoiceProps) {
  const t = useTranslations('users.form');
  const classes = useQuery(deskQuery.classes.list.queryOptions()).data?.classes;
  if (classes?.length === 0) return <p role="status">{t('noClasses')}</p>;
  return (
    <MultiSelect
      label={t('classes')}
      description={t('classesHint')}
      searchable
      clearable
      data={(classes ?? []).map(({ id, title }) => ({ value: String(id), label: title }))}
      value={classIds.map(String)}
      onChange={(chosen) => onClasses(chosen.map(Number))}
    />
  );
}
