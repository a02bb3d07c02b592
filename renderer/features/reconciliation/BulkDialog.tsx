import { Button, Checkbox, Group, Modal, Select } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { BulkRule, ReconciliationOverview } from '../../../shared/contract/reconciliation.ts';
import { desk, deskQuery } from '../../api.ts';
import { refreshRegistry } from '../../query.ts';
import { ErrorCard } from '../../ui/ErrorCard.tsx';
import { AskAgainField, usualDays } from './AskAgainField.tsx';
import { DifferentValue } from './DifferentValue.tsx';
import styles from './Reconciliation.module.css';

const decisions = ['take', 'keep', 'ask'] as const;
const fields = ['email', 'phone', 'snils', 'name'] as const;

interface BulkDialogProps {
  readonly runId: number;
  readonly overview: ReconciliationOverview;
  readonly onDone: (words: string, undoRunId: number | null) => void;
  readonly onClose: () => void;
}

/** «Take the portal's e-mail where the phone is equal»: a rule, how many it is about, the first of them, and only then it is done. */
export function BulkDialog({ runId, overview, onDone, onClose }: BulkDialogProps) {
  const t = useTranslations('reconciliation');
  const action = useTranslations('app.action');
  const [rule, setRule] = useState<BulkRule>({ decision: 'take', field: 'email', equal: ['phone'] });
  const [days, setDays] = useState(usualDays);
  const preview = useQuery(
    deskQuery.reconciliation.bulkPreview.queryOptions({ input: { runId, rule }, placeholderData: (before) => before }),
  );
  const count = preview.data?.count ?? 0;
  const apply = useMutation({
    mutationFn: () => desk.reconciliation.bulk({ runId, rule, expected: count, askAgainInDays: days }),
    onSuccess: ({ done, undoRunId }) => {
      onDone(t('done.bulk', { count: done }), undoRunId);
      onClose();
      return refreshRegistry();
    },
  });
  return (
    <Modal
      opened
      size={640}
      title={t('bulk.title')}
      onClose={onClose}
      closeButtonProps={{ 'aria-label': action('close') }}
    >
      <div className={styles.bulk}>
        <p className={styles.quiet}>{t('bulk.text')}</p>
        <RuleFields rule={rule} overview={overview} onRule={setRule} />
        {rule.decision === 'ask' ? <AskAgainField days={days} onDays={setDays} /> : null}
        {preview.error === null ? null : <ErrorCard error={preview.error} />}
        {apply.error === null ? null : <ErrorCard error={apply.error} />}
        <p role="status">{t('bulk.count', { count })}</p>
        {count === 0 ? null : (
          <ul className={styles.examples}>
            {preview.data?.examples.map(({ id, who, schoolValue, portalValue }) => (
              <li key={id}>
                {who}: <DifferentValue value={schoolValue} against={portalValue} /> →{' '}
                <DifferentValue value={portalValue} against={schoolValue} />
              </li>
            ))}
            {count > 5 ? <li>{t('bulk.more', { count: count - 5 })}</li> : null}
          </ul>
        )}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {action('cancel')}
          </Button>
          <Button disabled={count === 0} loading={apply.isPending} onClick={() => apply.mutate()}>
            {t('bulk.apply', { count })}
          </Button>
        </Group>
      </div>
    </Modal>
  );
}

interface RuleFieldsProps {
  readonly rule: BulkRule;
  readonly overview: ReconciliationOverview;
  readonly onRule: (rule: BulkRule) => void;
}

function RuleFields({ rule, overview, onRule }: RuleFieldsProps) {
  const t = useTranslations('reconciliation');
  const { field: _field, ...withoutField } = rule;
  const { classId: _classId, ...withoutClass } = rule;
  const others = fields.filter((field) => field !== rule.field);
  return (
    <>
      <Group grow gap="sm">
        <Select
          data-autofocus
          label={t('bulk.decision')}
          allowDeselect={false}
          data={decisions.map((value) => ({ value, label: t(`action.${value}`) }))}
          value={rule.decision}
          onChange={(value) => onRule({ ...rule, decision: decisions.find((one) => one === value) ?? 'take' })}
        />
        <Select
          label={t('bulk.field')}
          clearable
          placeholder={t('bulk.anyField')}
          data={fields.map((value) => ({ value, label: t(`field.${value}`) }))}
          value={rule.field ?? null}
          onChange={(value) => {
            const field = fields.find((one) => one === value);
            const equal = rule.equal.filter((one) => one !== field);
            onRule(field === undefined ? withoutField : { ...rule, field, equal });
          }}
        />
        <Select
          label={t('bulk.class')}
          clearable
          searchable
          placeholder={t('filter.anyClass')}
          data={overview.classes.map((one) => ({ value: String(one.classId), label: one.className }))}
          value={rule.classId === undefined ? null : String(rule.classId)}
          onChange={(value) => onRule(value === null ? withoutClass : { ...rule, classId: Number(value) })}
        />
      </Group>
      <Checkbox.Group
        label={t('bulk.equal')}
        value={rule.equal}
        onChange={(values) => onRule({ ...rule, equal: fields.filter((one) => values.includes(one)) })}
      >
        <Group gap="lg" mt={6}>
          {others.map((field) => (
            <Checkbox key={field} size="sm" value={field} label={t(`field.${field}`)} />
          ))}
        </Group>
      </Checkbox.Group>
    </>
  );
}
