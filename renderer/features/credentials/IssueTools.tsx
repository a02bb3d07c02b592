import { useNavigate } from '@tanstack/react-router';
import type { IssueScope } from '../../ui/issue-scope.ts';
import { ReissueDialog } from '../../ui/ReissueDialog.tsx';
import { useScopeTitle } from '../../ui/ScopePicker.tsx';
import { ExportDialog } from './ExportDialog.tsx';
import type { IssueTool } from './IssueMenu.tsx';
import { PasteLogins } from './PasteLogins.tsx';

interface IssueToolsProps {
  readonly tool: IssueTool | undefined;
  readonly choice: IssueScope;
  readonly onClose: () => void;
}

/** The dialog of the job chosen in the menu, for the people chosen on the page. */
export function IssueTools({ tool, choice, onClose }: IssueToolsProps) {
  const navigate = useNavigate();
  const whose = useScopeTitle(choice);
  const { scope, holders } = choice;
  switch (tool) {
    case 'reissue':
      return (
        <ReissueDialog
          target={{ kind: 'scope', scope, for: holders }}
          whose={whose}
          onClose={onClose}
          onPrint={() => void navigate({ to: '/slips', search: { ...choice.search } })}
        />
      );
    case 'paste':
      return <PasteLogins scope={scope} holders={holders} onClose={onClose} />;
    case 'export':
      return <ExportDialog scope={scope} holders={holders} whose={whose} onClose={onClose} />;
    case 'twins':
    case undefined:
      return null;
  }
}
