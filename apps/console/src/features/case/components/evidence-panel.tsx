import { BlobViewer } from '../../../components/blob-viewer';
import { evidencePath } from '../../../components/evidence-files';
import { useCaseTexts } from '../texts';
import { CaseCard } from './case-card';
import { useCase } from './case-context';
import { useItemName } from './use-item-name';

/** Everything that was handed in, beside the data it proves. */
export function EvidencePanel() {
  const t = useCaseTexts();
  const itemName = useItemName();
  const { filingId, evidence } = useCase().details;
  return (
    <CaseCard title={t('section.evidence')}>
      <BlobViewer
        height={evidence.length > 0 ? 'max(420px, 52vh)' : 'auto'}
        files={evidence.map(({ evidenceId, item, fileName }) => ({
          path: evidencePath(filingId, evidenceId),
          title: `${itemName(item)} · ${fileName}`,
          fileName,
        }))}
      />
    </CaseCard>
  );
}
