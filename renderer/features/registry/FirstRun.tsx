import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { desk } from '../../api.ts';
import { refreshRegistry } from '../../query.ts';
import { useLanguage } from '../../ui/language.tsx';
import { noPassphrase } from '../../ui/NewPassphrase.tsx';
import { WizardSteps } from '../../ui/WizardSteps.tsx';
import { DiaryStep } from './DiaryStep.tsx';
import type { FirstRunDraft } from './first-run-draft.ts';
import { PassphraseStep } from './PassphraseStep.tsx';
import { RecoverySheet } from './RecoverySheet.tsx';
import { SchoolStep } from './SchoolStep.tsx';
import { StartStep } from './StartStep.tsx';

const nothing: FirstRunDraft = { schoolName: '', userName: '', diarySystemId: '', diaryAddress: '' };

interface FirstRunProps {
  /** Keeps this screen while the registry is already open behind it. */
  readonly onHold: (on: boolean) => void;
}

/** The first run in four steps: school, diary system, passphrase with the recovery sheet, start. Writes at step three. */
export function FirstRun({ onHold }: FirstRunProps) {
  const t = useTranslations('registry.steps');
  const { language } = useLanguage();
  const [step, setStep] = useState(0);
  const [draft, setDraft] = useState(nothing);
  const [phrase, setPhrase] = useState(noPassphrase);
  const create = useMutation({
    mutationFn: () => desk.registry.create({ ...draft, passphrase: phrase.passphrase, language }),
    onMutate: () => onHold(true),
    onError: () => onHold(false),
    onSuccess: () => setPhrase(noPassphrase),
  });
  const created = create.data !== undefined;
  const steps = (
    <WizardSteps
      steps={[t('school'), t('diary'), t('passphrase'), t('start')]}
      current={step}
      onBack={created ? undefined : setStep}
    />
  );
  const merge = (changes: Partial<FirstRunDraft>, to: number) => {
    setDraft({ ...draft, ...changes });
    setStep(to);
  };
  const finish = () => {
    onHold(false);
    void refreshRegistry();
  };
  if (step === 0) return <SchoolStep steps={steps} draft={draft} onNext={(changes) => merge(changes, 1)} />;
  if (step === 1)
    return <DiaryStep steps={steps} draft={draft} onBack={() => setStep(0)} onNext={(changes) => merge(changes, 2)} />;
  if (step === 3) return <StartStep steps={steps} onFinish={finish} />;
  if (create.data !== undefined)
    return <RecoverySheet steps={steps} recoveryCode={create.data.recoveryCode} onKept={() => setStep(3)} />;
  return (
    <PassphraseStep
      steps={steps}
      draft={phrase}
      busy={create.isPending}
      error={create.error}
      onChange={setPhrase}
      onBack={() => setStep(1)}
      onCreate={() => create.mutate()}
    />
  );
}
