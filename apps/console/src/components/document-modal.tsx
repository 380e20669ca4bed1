import { DownloadOutlined, PrinterOutlined } from '@ant-design/icons';
import { Button, Modal, Spin } from 'antd';
import { useRef } from 'react';
import { useBlobUrl } from '../lib/use-blob-url';
import { ProblemAlert } from './problem-alert';
import { useSharedTexts } from './texts';

interface DocumentModalProps {
  /** Path of the PDF below `/api`; undefined while nothing is shown. */
  readonly path: string | undefined;
  readonly title: string;
  readonly fileName: string;
  readonly onClose: () => void;
}

/** Shows a printable PDF of the office, with printing and saving. */
export function DocumentModal({ path, title, fileName, onClose }: DocumentModalProps) {
  const t = useSharedTexts();
  const frame = useRef<HTMLIFrameElement>(null);
  const { url, error, retry } = useBlobUrl(path);
  return (
    <Modal
      open={path !== undefined}
      title={title}
      onCancel={onClose}
      width={920}
      destroyOnHidden
      footer={[
        <Button key="save" icon={<DownloadOutlined />} href={url} download={fileName} disabled={!url}>
          {t('viewer.download')}
        </Button>,
        <Button
          key="print"
          type="primary"
          icon={<PrinterOutlined />}
          disabled={!url}
          onClick={() => frame.current?.contentWindow?.print()}
        >
          {t('viewer.print')}
        </Button>,
      ]}
    >
      <ProblemAlert error={error} onRetry={retry} />
      {!url && !error && <Spin description={t('viewer.loading')} style={{ display: 'block', margin: 80 }} />}
      {url && (
        <iframe ref={frame} src={url} title={title} style={{ width: '100%', height: '70vh', border: 0 }} />
      )}
    </Modal>
  );
}
