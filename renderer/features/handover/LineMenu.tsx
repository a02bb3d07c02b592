import { Menu } from '@mantine/core';
import { IconArrowBackUp, IconHandStop, IconUserCheck } from '@tabler/icons-react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { HandoverRow } from '../../../shared/contract/credentials.ts';
import { CredentialMenu } from '../../ui/CredentialMenu.tsx';
import { statusOf } from './handover-rows.ts';
import { ReceiverDialog } from './ReceiverDialog.tsx';
import { useRefusal } from './use-refusal.ts';
import type { RollCall } from './use-roll-call.ts';

interface LineMenuProps {
  readonly call: RollCall;
  readonly row: HandoverRow;
}

/** What else can be done with a person's slip: another receiver, a refusal, and everything about the login. */
export function LineMenu({ call, row }: LineMenuProps) {
  const t = useTranslations('handover.menu');
  const navigate = useNavigate();
  const { classId, chosen, for: holders } = useSearch({ strict: false });
  const [asking, setAsking] = useState(false);
  const refuse = useRefusal(row);
  const status = statusOf(row);
  return (
    <>
      <CredentialMenu
        credential={{
          id: row.credentialId,
          login: row.login,
          state: row.state,
          role: row.role,
          hasPassword: status === 'waiting' || status === 'refused' || status === 'not-printed',
          whose: row.title,
        }}
        onPrint={() => void navigate({ to: '/slips', search: { classId, chosen, for: holders } })}
      >
        {status === 'waiting' || status === 'refused' ? (
          <>
            <Menu.Item leftSection={<IconUserCheck size={16} />} onClick={() => setAsking(true)}>
              {t('receiver')}
            </Menu.Item>
            <Menu.Item
              leftSection={status === 'refused' ? <IconArrowBackUp size={16} /> : <IconHandStop size={16} />}
              onClick={() => refuse(status !== 'refused')}
            >
              {t(status === 'refused' ? 'notRefused' : 'refuse')}
            </Menu.Item>
            <Menu.Divider />
          </>
        ) : null}
      </CredentialMenu>
      {asking ? (
        <ReceiverDialog row={row} onMark={(receipt) => call.receive(row, receipt)} onClose={() => setAsking(false)} />
      ) : null}
    </>
  );
}
