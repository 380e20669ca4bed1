import type { PolicyItems } from '@anjuan/contracts';
import { ReasonModal } from '../../../components/reason-modal';
import type { CaseCommand } from '../api/send-case-command';
import { useCaseTexts } from '../texts';
import { useCase, useCaseCommand } from './case-context';
import { ChangeModal } from './change-modal';
import { EvidenceStepModal } from './evidence-step-modal';
import { ExtensionModal } from './extension-modal';

export type CaseAction =
  | 'withdraw'
  | 'resubmit'
  | 'change'
  | 'extension'
  | 'cancel'
  | 'revoke'
  | 'reinstate'
  | 'proof'
  | 'breach'
  | 'retry';

interface ActionModalProps {
  readonly action: CaseAction | undefined;
  readonly onClose: () => void;
}

/** Asks for what an action needs, and does it. */
export function ActionModal({ action, onClose }: ActionModalProps) {
  if (action === undefined) return null;
  if (action === 'change') return <ChangeModal onClose={onClose} />;
  if (action === 'extension') return <ExtensionModal onClose={onClose} />;
  if (action === 'proof' || action === 'resubmit')
    return <EvidenceStepModal step={action} onClose={onClose} />;
  return <ReasonedModal key={action} action={action} onClose={onClose} />;
}

type Reasoned = Exclude<CaseAction, 'change' | 'extension' | 'proof' | 'resubmit'>;

interface Terms {
  readonly step: (CaseCommand & { on: 'filing' })['step'];
  readonly reasons?: keyof PolicyItems & `${string}Reasons`;
  /** A note may be added. */
  readonly note?: boolean;
  readonly danger?: boolean;
}

const TERMS: Readonly<Record<Reasoned, Terms>> = {
  withdraw: { step: 'withdrawal' },
  cancel: { step: 'cancellation', reasons: 'cancelReasons', danger: true },
  revoke: { step: 'revocation', reasons: 'revokeReasons', note: true, danger: true },
  reinstate: { step: 'reinstatement', reasons: 'correctionReasons' },
  breach: { step: 'breach', reasons: 'revokeReasons', danger: true },
  retry: { step: 'upload-retry' },
};

function ReasonedModal({ action, onClose }: { readonly action: Reasoned; readonly onClose: () => void }) {
  const t = useCaseTexts();
  const { details, policy } = useCase();
  const command = useCaseCommand();
  const { step, reasons, note, danger } = TERMS[action];
  const ofRequest = action === 'withdraw' && details.status !== 'submitted' && details.status !== 'returned';
  const about =
    action === 'retry' ? undefined : ofRequest ? t('about.withdrawRequest') : t(`about.${action}`);
  return (
    <ReasonModal
      open
      title={t(`action.${action}`)}
      about={about}
      reasons={reasons && (policy?.[reasons] ?? [])}
      opinion={note ? 'optional' : 'none'}
      danger={danger}
      busy={command.isPending}
      error={command.error}
      onCancel={onClose}
      onConfirm={({ reasonCode, opinion }) =>
        command.mutate(
          {
            on: 'filing',
            step,
            body: { ...(reasons ? { reasonCode } : {}), ...(note && opinion ? { note: opinion } : {}) },
          },
          { onSuccess: onClose },
        )
      }
    />
  );
}
