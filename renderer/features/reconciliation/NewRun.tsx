import { Button } from '@mantine/core';
import { IconArrowLeft, IconUsersGroup } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { ChosenFile } from '../../desk-bridge.ts';
import { Page } from '../../ui/Page.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { ChoosePortalFile } from './ChoosePortalFile.tsx';
import { PortalColumnsStep } from './PortalColumnsStep.tsx';

interface NewRunProps {
  /** There are runs to go back to. */
  readonly hasRuns: boolean;
  readonly onBack: () => void;
  readonly onDone: () => void;
}

/** A new reconciliation: the file, then its columns, then it is run. */
export function NewRun({ hasRuns, onBack, onDone }: NewRunProps) {
  const t = useTranslations('reconciliation');
  const navigate = useNavigate();
  const [file, setFile] = useState<ChosenFile>();
  const back = hasRuns ? (
    <Button variant="default" leftSection={<IconArrowLeft size={16} />} onClick={onBack}>
      {t('new.back')}
    </Button>
  ) : (
    <Button
      variant="default"
      leftSection={<IconUsersGroup size={16} />}
      onClick={() => void navigate({ to: '/reconciliation', search: { view: 'duplicates' } })}
    >
      {t('view.duplicates')}
    </Button>
  );
  return (
    <Page body="scroll" header={<PageHeader title={t('title')} action={back} />}>
      {file === undefined ? (
        <ChoosePortalFile onFile={setFile} />
      ) : (
        <PortalColumnsStep key={file.token} file={file} onAnother={() => setFile(undefined)} onDone={onDone} />
      )}
    </Page>
  );
}
