import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconChecks } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import type { HandoverRow } from '../../../shared/contract/credentials.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import type { IssueScope } from '../../ui/issue-scope.ts';
import { useScopeTitle } from '../../ui/ScopePicker.tsx';

interface MarkAllProps {
  /** Everybody who has a printed slip waiting. */
  readonly waiting: readonly HandoverRow[];
  readonly choice: IssueScope;
  readonly onMark: (rows: readonly HandoverRow[]) => void;
}

/** Ticks everybody at once; asks first, for the passwords do not come back. */
export function MarkAll({ waiting, choice, onMark }: MarkAllProps) {
  const t = useTranslations('handover.all');
  const [opened, dialog] = useDisclosure(false);
  const scope = useScopeTitle(choice);
  const count = waiting.length;
  const confirm = () => {
    dialog.close();
    onMark(waiting);
  };
  return (
    <>
      {count === 0 ? null : (
        <Button variant="default" leftSection={<IconChecks size={16} />} onClick={dialog.open}>
          {t('action', { count })}
        </Button>
      )}
      <ConfirmDialog
        opened={opened}
        title={t('title')}
        confirmLabel={t('confirm', { count })}
        onConfirm={confirm}
        onClose={dialog.close}
      >
        {t('text', { count, scope })}
      </ConfirmDialog>
    </>
  );
}
