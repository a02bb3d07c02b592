import { Menu } from '@mantine/core';
import { IconListDetails, IconSignature } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import type { ListKind } from '../../../shared/contract/slips.ts';
import type { IssueScope } from '../../ui/issue-scope.ts';

const lists: readonly ListKind[] = ['handover-register', 'not-received', 'never-activated', 'expiring'];

/** The lists that go with handing over: the register to sign, and whom to remind. */
export function HandoverMenu({ choice }: { readonly choice: IssueScope }) {
  const t = useTranslations('slips.list.title');
  const navigate = useNavigate();
  return lists.map((list) => (
    <Menu.Item
      key={list}
      leftSection={list === 'handover-register' ? <IconSignature size={16} /> : <IconListDetails size={16} />}
      onClick={() => void navigate({ to: '/slips', search: { ...choice.search, list } })}
    >
      {t(list)}
    </Menu.Item>
  ));
}
