import { Button } from '@mantine/core';
import { IconCircleCheck, IconKey, IconPrinter } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { useMay } from '../../query.ts';
import { rememberScope } from '../../ui/chosen-scope.ts';
import { SelectionBar } from '../../ui/SelectionBar.tsx';
import type { Selection } from '../../ui/table-selection.ts';
import { PupilJobs } from './PupilJobs.tsx';

/** What can be done with the chosen pupils: each leads to the page of that job with the choice taken along. */
export function PupilSelectionBar({ selection }: { readonly selection: Selection }) {
  const t = useTranslations('pupils.action');
  const navigate = useNavigate();
  const mayIssue = useMay('credentials.issue');
  const mayHandOver = useMay('handover.mark');
  const go = (to: '/issue' | '/slips' | '/handover') => {
    rememberScope({ kind: 'pupils', pupilIds: [...selection.ids] });
    void navigate({ to, search: { chosen: true } });
  };
  return (
    <SelectionBar selection={selection}>
      {mayIssue ? (
        <>
          <Button size="compact-md" variant="default" leftSection={<IconKey size={15} />} onClick={() => go('/issue')}>
            {t('issue')}
          </Button>
          <Button
            size="compact-md"
            variant="default"
            leftSection={<IconPrinter size={15} />}
            onClick={() => go('/slips')}
          >
            {t('print')}
          </Button>
        </>
      ) : null}
      {mayHandOver ? (
        <Button
          size="compact-md"
          variant="default"
          leftSection={<IconCircleCheck size={15} />}
          onClick={() => go('/handover')}
        >
          {t('handover')}
        </Button>
      ) : null}
      <PupilJobs pupilIds={[...selection.ids]} size="compact-md" onDone={selection.clear} />
    </SelectionBar>
  );
}
