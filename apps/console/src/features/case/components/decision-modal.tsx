import { supplementItems } from '@anjuan/filing-intake-domain';
import { Checkbox, Form, Radio } from 'antd';
import { useState } from 'react';
import { ReasonModal } from '../../../components/reason-modal';
import type { ReviewDetails } from '../../../lib/reviews-of-filing';
import { useBilingual } from '../../../lib/use-language';
import type { CaseCommand, ReviewStep } from '../api/send-case-command';
import { useCaseTexts } from '../texts';
import { type CaseDesk, useCase, useCaseCommand } from './case-context';
import { ClaimedBy } from './claimed-by';
import type { Decision } from './decisions';

interface DecisionModalProps {
  readonly decision: Decision;
  readonly review: ReviewDetails;
  readonly onClose: () => void;
}

const STEPS: Readonly<Record<Decision, ReviewStep>> = {
  claim: 'claim',
  release: 'release',
  complete: 'completion',
  pass: 'first-pass',
  approve: 'approval',
  recheckApprove: 'recheck-approval',
  recheckReturn: 'recheck-return',
  supplement: 'supplement',
  reject: 'rejection',
  conflict: 'conflict',
  correct: 'correction',
};

const RELATIONS = ['self', 'relative', 'other'] as const;

/** Asks for opinion, coded reason or items, and decides with the revision that was seen. */
export function DecisionModal({ decision, review, onClose }: DecisionModalProps) {
  const t = useCaseTexts();
  const desk = useCase();
  const command = useCaseCommand();
  const [items, setItems] = useState<readonly string[]>([]);
  const [relation, setRelation] = useState<(typeof RELATIONS)[number]>('relative');
  const outcome = review.status === 'approved' ? 'reject' : 'approve';
  const send = (reasonCode: string, opinion: string): void => {
    const bodies: Partial<Record<Decision, object>> = {
      reject: { reasonCode, opinion },
      correct: { reasonCode, opinion, outcome },
      supplement: { items, opinion },
      conflict: { relation },
    };
    const asked: CaseCommand = { on: 'review', step: STEPS[decision], body: bodies[decision] ?? { opinion } };
    command.mutate(asked, { onSuccess: onClose });
  };
  const unsure = review.file.checks.some(({ outcome: result }) => result !== 'passed');
  return (
    <ReasonModal
      open
      title={t(`decide.${decision}`)}
      about={aboutOf(decision, outcome, t)}
      reasons={reasonsOf(decision, desk)}
      opinion={
        decision === 'conflict' ? 'none' : decision === 'complete' && !unsure ? 'optional' : 'required'
      }
      danger={decision === 'reject'}
      busy={command.isPending}
      error={command.error}
      onCancel={onClose}
      onConfirm={({ reasonCode, opinion }) => send(reasonCode, opinion)}
    >
      <ClaimedBy error={command.error} assigneeId={review.assigneeId} />
      {decision === 'supplement' && <Items chosen={items} onChange={setItems} review={review} />}
      {decision === 'conflict' && (
        <Form.Item label={t('decide.relation')}>
          <Radio.Group
            value={relation}
            onChange={({ target }) => setRelation(RELATIONS.find((at) => at === target.value) ?? 'other')}
            options={RELATIONS.map((value) => ({ value, label: t(`decide.relations.${value}`) }))}
          />
        </Form.Item>
      )}
    </ReasonModal>
  );
}

function aboutOf(decision: Decision, outcome: 'approve' | 'reject', t: ReturnType<typeof useCaseTexts>) {
  if (decision === 'correct')
    return `${t('decide.outcome')}${t('colon')}${t(`decide.outcomes.${outcome}`)}${t('stop')}${t('decide.aboutCorrect')}`;
  if (decision === 'reject') return t('decide.aboutReject');
  if (decision === 'supplement') return t('decide.aboutSupplement');
  return undefined;
}

const reasonsOf = (decision: Decision, { policy }: CaseDesk) => {
  if (decision === 'reject') return policy?.rejectReasons ?? [];
  return decision === 'correct' ? (policy?.correctionReasons ?? []) : undefined;
};

interface ItemsProps {
  readonly chosen: readonly string[];
  readonly onChange: (items: readonly string[]) => void;
  readonly review: ReviewDetails;
}

/** The items that may be asked for, as the policy listed them at submission. */
function Items({ chosen, onChange, review }: ItemsProps) {
  const t = useCaseTexts();
  const inLanguage = useBilingual();
  const { policy } = useCase();
  const { kind, supplementItems: listed } = review.file;
  const names = new Map(
    supplementItems(policy?.kinds[kind]).map(({ code, name }) => [code, inLanguage(name)]),
  );
  return (
    <Form.Item
      name="items"
      label={t('decide.items')}
      rules={[
        {
          validator: () =>
            chosen.length > 0 ? Promise.resolve() : Promise.reject(new Error(t('decide.itemsRequired'))),
        },
      ]}
      required
    >
      <Checkbox.Group
        style={{ display: 'flex', flexDirection: 'column', gap: 6 }}
        value={[...chosen]}
        onChange={(values) => onChange(values)}
        options={listed.map((code) => ({ value: code, label: names.get(code) ?? code }))}
      />
    </Form.Item>
  );
}
