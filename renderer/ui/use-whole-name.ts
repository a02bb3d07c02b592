import { useTranslations } from 'use-intl';
import { isConfined } from '../../shared/domain/permissions.ts';
import { useUser } from '../query.ts';

/** What all classes together are called: the school, or one's own classes. */
export function useWholeName(): string {
  const t = useTranslations('app.whole');
  return isConfined(useUser()?.role) ? t('own') : t('school');
}
