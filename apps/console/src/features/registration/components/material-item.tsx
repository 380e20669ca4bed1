import type { Material } from '@anjuan/contracts';
import type { EvidenceItem } from '@anjuan/filing-intake-domain';
import { CheckCircleFilled } from '@ant-design/icons';
import { Checkbox, Flex, Tag, Typography } from 'antd';
import { EvidenceFiles } from '../../../components/evidence-files';
import { EvidenceUpload } from '../../../components/evidence-upload';
import { ProblemAlert } from '../../../components/problem-alert';
import { attachEvidence } from '../../../lib/attach-evidence';
import type { FilingDetails } from '../../../lib/filing-details';
import { useBilingual } from '../../../lib/use-language';
import { recordOriginalSeen } from '../api/record-original-seen';
import { removeEvidence } from '../api/remove-evidence';
import { useDraft } from '../draft/draft-context';
import { useRegistrationTexts } from '../texts';
import { useDraftCommand } from './use-draft-command';

interface MaterialItemProps {
  readonly material: Material;
  readonly filing: FilingDetails | undefined;
  /** A reviewer asked for it. */
  readonly asked: boolean;
}

interface Attaching {
  readonly file: File;
  readonly onProgress: (share: number) => void;
}

/** One material: what is accepted, the files handed in, or that the original was seen. */
export function MaterialItem({ material, filing, asked }: MaterialItemProps) {
  const inLanguage = useBilingual();
  const t = useRegistrationTexts();
  const { state } = useDraft();
  const attach = useDraftCommand(({ filingId, revision }, { file, onProgress }: Attaching) =>
    attachEvidence({ filingId, revision, item: material.code, file, onProgress }),
  );
  const remove = useDraftCommand(({ filingId, revision }, evidenceId: string) =>
    removeEvidence(filingId, revision, evidenceId),
  );
  const files = (filing?.evidence ?? []).filter(({ item }) => item === material.code);
  const name = inLanguage(material.name);
  return (
    <div style={{ borderTop: '1px solid #eef1f1', padding: '10px 0' }}>
      <MaterialTitle material={material} asked={asked} there={isThere(material, filing, files)} />
      {material.alternatives.length > 1 && (
        <Typography.Paragraph type="secondary" style={{ marginBottom: 6 }}>
          {t('materials.anyOf')}
          {material.alternatives.map(inLanguage).join(' / ')}
        </Typography.Paragraph>
      )}
      <OriginalSeen material={material} filing={filing} />
      {filing && (
        <EvidenceFiles
          filingId={filing.filingId}
          title={name}
          files={files}
          onRemove={(evidenceId) => remove.mutate(evidenceId)}
          removing={remove.isPending}
        />
      )}
      <EvidenceUpload
        label={name}
        disabled={!state.copy}
        send={async (file, onProgress) => {
          await attach.mutateAsync({ file, onProgress });
        }}
      />
      <ProblemAlert error={remove.error} />
    </div>
  );
}

const isThere = (
  { code }: Material,
  filing: FilingDetails | undefined,
  files: readonly EvidenceItem[],
): boolean => files.length > 0 || filing?.originalsSeen.includes(code) === true;

interface TitleProps {
  readonly material: Material;
  readonly asked: boolean;
  readonly there: boolean;
}

function MaterialTitle({ material, asked, there }: TitleProps) {
  const t = useRegistrationTexts();
  const inLanguage = useBilingual();
  return (
    <Flex gap={8} align="center" wrap style={{ marginBottom: 4 }}>
      <CheckCircleFilled style={{ color: there ? '#237804' : '#d9d9d9' }} aria-hidden />
      <Typography.Text strong>{inLanguage(material.name)}</Typography.Text>
      <Tag color={material.required && !there ? 'warning' : 'default'}>
        {t(material.required ? 'materials.required' : 'materials.optional')}
      </Tag>
      {material.letterMayReplace && <Tag color="blue">{t('materials.letter')}</Tag>}
      {asked && <Tag color="error">{t('materials.asked')}</Tag>}
    </Flex>
  );
}

/** Channels at which the person stands before a clerk, so that an original can be seen. */
const FACE_TO_FACE = ['counter', 'agency-batch', 'hospital', 'employer'];

function OriginalSeen({ material, filing }: { material: Material; filing: FilingDetails | undefined }) {
  const t = useRegistrationTexts();
  const seen = useDraftCommand(({ filingId, revision }, item: string) =>
    recordOriginalSeen(filingId, revision, item),
  );
  if (!filing || !FACE_TO_FACE.includes(filing.channel)) return null;
  const checked = filing.originalsSeen.includes(material.code);
  return (
    <div style={{ marginBottom: 6 }}>
      <Checkbox
        checked={checked || seen.isPending}
        disabled={checked || seen.isPending}
        onChange={() => seen.mutate(material.code)}
      >
        {t('materials.originalSeen')}
      </Checkbox>
      <ProblemAlert error={seen.error} />
    </div>
  );
}
