import { useTranslations } from 'use-intl';
import { fields as words } from '../../shared/i18n/ru/fields.ts';

type PupilPart = keyof typeof words.pupil;
type GuardianPart = Exclude<keyof typeof words.guardian, 'number'>;

export const pupilParts = Object.keys(words.pupil) as readonly PupilPart[];
type StaffPart = Exclude<keyof typeof words.staff, 'of'>;

export const staffParts = Object.keys(words.staff).filter((part) => part !== 'of') as readonly StaffPart[];
export const guardianParts = Object.keys(words.guardian).filter((part) => part !== 'number') as readonly GuardianPart[];

/** Says what a column holds: `pupil.email` is «Почта ученика», `guardian.1.phone` «Родитель 1: телефон». */
export function useFieldTitle(): (field: string) => string {
  const t = useTranslations('fields');
  return (field) => {
    const [subject, first = '', second = ''] = field.split('.');
    const guardianPart = guardianParts.find((part) => part === second);
    const pupilPart = pupilParts.find((part) => part === first);
    if (subject === 'guardian' && guardianPart !== undefined) {
      return t('guardian.number', { number: first, field: t(`guardian.${guardianPart}`) });
    }
    const staffPart = staffParts.find((part) => part === first);
    if (subject === 'staff' && staffPart !== undefined) return t('staff.of', { field: t(`staff.${staffPart}`) });
    if (subject === 'pupil' && pupilPart !== undefined) return t(`pupil.${pupilPart}`);
    if (field === 'class.teacher' || field === 'person.externalId' || field === 'parent.externalId') return t(field);
    return field === 'role' ? t('role') : t('skip');
  };
}
