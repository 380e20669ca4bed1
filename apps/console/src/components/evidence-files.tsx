import type { EvidenceItem } from '@anjuan/filing-intake-domain';
import { DeleteOutlined, FileImageOutlined, FilePdfOutlined } from '@ant-design/icons';
import { Button, Flex, Modal } from 'antd';
import { useState } from 'react';
import { BlobViewer } from './blob-viewer';
import { useSharedTexts } from './texts';

interface EvidenceFilesProps {
  readonly filingId: string;
  /** What the files prove. */
  readonly title: string;
  readonly files: readonly EvidenceItem[];
  /** Left out where nothing can be removed. */
  readonly onRemove?: (evidenceId: string) => void;
  readonly removing?: boolean;
}

/** Path of a file of evidence below `/api`. */
export const evidencePath = (filingId: string, evidenceId: string): string =>
  `/filings/${filingId}/evidence/${evidenceId}`;

/** Files that were handed in: each can be looked at, and removed where that is allowed. */
export function EvidenceFiles({ filingId, title, files, onRemove, removing }: EvidenceFilesProps) {
  const t = useSharedTexts();
  const [viewed, setViewed] = useState<number>();
  if (files.length === 0) return null;
  return (
    <Flex vertical gap={2} style={{ marginBottom: 6 }}>
      {files.map(({ evidenceId, fileName, mediaType, bytes }, index) => (
        <Flex key={evidenceId} align="center" gap={4}>
          <Button
            type="link"
            size="small"
            icon={mediaType === 'application/pdf' ? <FilePdfOutlined /> : <FileImageOutlined />}
            style={{ minWidth: 0, paddingInline: 0 }}
            onClick={() => setViewed(index)}
          >
            <span style={{ overflow: 'hidden', textOverflow: 'ellipsis' }}>{fileName}</span>
          </Button>
          <span className="num" style={{ color: '#5a6666' }}>
            {Math.ceil(bytes / 1024)} KB
          </span>
          {onRemove && (
            <Button
              type="text"
              danger
              size="small"
              icon={<DeleteOutlined />}
              aria-label={`${t('evidence.remove')} ${fileName}`}
              title={t('evidence.remove')}
              disabled={removing}
              onClick={() => onRemove(evidenceId)}
            />
          )}
        </Flex>
      ))}
      <Modal
        open={viewed !== undefined}
        title={title}
        footer={null}
        width={920}
        destroyOnHidden
        onCancel={() => setViewed(undefined)}
      >
        <BlobViewer
          height="70vh"
          start={viewed}
          files={files.map(({ evidenceId, fileName }) => ({
            path: evidencePath(filingId, evidenceId),
            title: fileName,
            fileName,
          }))}
        />
      </Modal>
    </Flex>
  );
}
