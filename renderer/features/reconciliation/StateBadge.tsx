import {
  IconCircleCheck,
  IconCircleDashed,
  IconMailQuestion,
  IconUserEdit,
  type TablerIcon,
} from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import type { FindingRow } from '../../../shared/contract/reconciliation.ts';
import { showDate } from '../../ui/dates.ts';
import { useLanguage } from '../../ui/language.tsx';
import { Badge, type Meaning } from '../../ui/StatusBadge.tsx';

const looks: Readonly<Record<FindingRow['state'], { readonly meaning: Meaning; readonly icon: TablerIcon }>> = {
  open: { meaning: 'waiting', icon: IconCircleDashed },
  taken: { meaning: 'done', icon: IconCircleCheck },
  kept: { meaning: 'information', icon: IconUserEdit },
  asked: { meaning: 'information', icon: IconMailQuestion },
};

/** Where a finding stands; for an asked one the day to ask again. */
export function StateBadge({ finding }: { readonly finding: Pick<FindingRow, 'state' | 'askOn'> }) {
  const t = useTranslations('reconciliation');
  const { language } = useLanguage();
  const { meaning, icon } = looks[finding.state];
  return (
    <Badge meaning={meaning} icon={icon}>
      {finding.askOn === null ? t(`state.${finding.state}`) : t('askOn', { date: showDate(finding.askOn, language) })}
    </Badge>
  );
}
