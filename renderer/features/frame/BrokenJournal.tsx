import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import { desk } from '../../api.ts';
import { useMay } from '../../query.ts';
import { TroubleCard } from '../../ui/ErrorCard.tsx';

/** Checks the journal once after signing in, behind the work; says something only when it was changed from outside. */
export function BrokenJournal() {
  const t = useTranslations('journal.verify.broken');
  const may = useMay('journal.verify');
  const [at, setAt] = useState<number>();
  useEffect(() => {
    if (!may) return;
    // Not a query: the cache would walk the whole chain anew after every change.
    desk.journal.verify({}).then(
      (check) => check.kind === 'broken' && setAt(check.at),
      () => undefined,
    );
  }, [may]);
  return at === undefined ? null : (
    <TroubleCard words={{ title: t('title'), kept: t('kept', { at }), next: t('next') }} />
  );
}
