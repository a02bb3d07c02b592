import { Menu, UnstyledButton } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import type { z } from 'zod';
import { guardianLinkSchema } from '../../../shared/contract/pupils.ts';
import { formatFullName } from '../../../shared/domain/person-name.ts';
import { isLegalRelation } from '../../../shared/domain/relation.ts';
import { desk } from '../../api.ts';
import { useMay } from '../../query.ts';
import { useUndoableChange } from '../../ui/use-undoable-change.ts';
import styles from './PupilCard.module.css';

type Link = z.infer<typeof guardianLinkSchema>;

interface CardRelationProps {
  readonly link: Link;
  readonly pupilId: number;
}

const relations = guardianLinkSchema.shape.relation.options;

/** Who a guardian is to the pupil; who may, says it anew there. */
export function CardRelation({ link, pupilId }: CardRelationProps) {
  const t = useTranslations('pupils.card');
  const word = useTranslations('states.relation');
  const change = useUndoableChange();
  const mayCorrect = useMay('pupils.correctLink');
  const { relation, isLegal, person } = link;
  const name = formatFullName(person.name);
  const shown = `${word(relation)}${isLegal ? `, ${t('legal')}` : ''}`;
  if (!mayCorrect) return <span className={styles.quiet}>{shown}</span>;
  const say = (said: Pick<Link, 'relation' | 'isLegal'>) =>
    change.mutate({
      words: t('relationSaid', { name, relation: word(said.relation) }),
      work: () => desk.pupils.correctLink({ pupilId, guardianId: person.id, ...said }),
    });
  return (
    <Menu position="bottom-start" shadow="md" withinPortal>
      <Menu.Target>
        <UnstyledButton className={styles.relation ?? ''} aria-label={t('relationOf', { name, relation: shown })}>
          {shown}
          <IconChevronDown size={13} aria-hidden />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.RadioGroup value={relation}>
          {relations.map((one) => (
            <Menu.RadioItem
              key={one}
              value={one}
              closeMenuOnClick
              onChange={() => say({ relation: one, isLegal: isLegalRelation(one) })}
            >
              {word(one)}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        <Menu.Divider />
        <Menu.CheckboxItem
          checked={isLegal}
          closeMenuOnClick
          onChange={(checked) => say({ relation, isLegal: checked })}
        >
          {t('legal')}
        </Menu.CheckboxItem>
      </Menu.Dropdown>
    </Menu>
  );
}
