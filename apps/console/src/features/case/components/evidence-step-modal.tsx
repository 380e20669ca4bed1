import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Modal, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { EvidenceFiles } from '../../../components/evidence-files';
import { EvidenceUpload } from '../../../components/evidence-upload';
import { ProblemAlert } from '../../../components/problem-alert';
import { attachEvidence } from '../../../lib/attach-evidence';
import { filingDetailsKey } from '../../../lib/filing-details';
import { useCaseTexts } from '../texts';
import { useCase, useCaseCommand } from './case-context';
import { useItemName } from './use-item-name';

interface EvidenceStepModalProps {
  readonly step: 'proof' | 'resubmit';
  readonly onClose: () => void;
}

interface Attaching {
  readonly item: string;
  readonly file: File;
  readonly onProgress: (share: number) => void;
}

/** Materials that are owed, by a letter's promise or a reviewer's wish: handed in here, then said to be complete. */
export function EvidenceStepModal({ step, onClose }: EvidenceStepModalProps) {
  const t = useCaseTexts();
  const { t: shell } = useTranslation();
  const itemName = useItemName();
  const { details } = useCase();
  const command = useCaseCommand();
  const attach = useAttach();
  const { filingId, evidence, originalsSeen, promised, pending } = details;
  const owed = (step === 'proof' ? promised?.items : pending?.returned) ?? [];
  const there = (item: string) => originalsSeen.includes(item) || evidence.some((file) => file.item === item);
  return (
    <Modal
      open
      width={640}
      title={t(`action.${step}`)}
      okText={shell('action.confirm')}
      cancelText={shell('action.cancel')}
      okButtonProps={{ loading: command.isPending, disabled: !owed.every(there) }}
      onOk={() =>
        command.mutate(
          { on: 'filing', step: step === 'proof' ? 'proof' : 'resubmission' },
          { onSuccess: onClose },
        )
      }
      onCancel={onClose}
    >
      <Typography.Paragraph type="secondary">{t(`about.${step}`)}</Typography.Paragraph>
      {owed.map((item) => (
        <div key={item} style={{ marginBottom: 12 }}>
          <Typography.Text strong>{itemName(item)}</Typography.Text>
          <EvidenceFiles
            filingId={filingId}
            title={itemName(item)}
            files={evidence.filter((file) => file.item === item)}
          />
          <EvidenceUpload
            label={itemName(item)}
            send={async (file, onProgress) => {
              await attach.mutateAsync({ item, file, onProgress });
            }}
          />
        </div>
      ))}
      <ProblemAlert error={command.error} />
    </Modal>
  );
}

/** Hands in one file; the case is read again before anything else is sent. */
function useAttach() {
  const { filingId, revision } = useCase().details;
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ item, file, onProgress }: Attaching) =>
      attachEvidence({ filingId, revision, item, file, onProgress }),
    onSuccess: () => queries.invalidateQueries({ queryKey: filingDetailsKey(filingId) }),
  });
}
