import { MAX_EVIDENCE_BYTES, mediaTypeSchema } from '@anjuan/filing-intake-domain';
import { InboxOutlined } from '@ant-design/icons';
import { Flex, Progress, Typography, Upload } from 'antd';
import { type ClipboardEvent, useState } from 'react';
import { isAbort } from '../lib/problem';
import { ProblemAlert } from './problem-alert';
import { useSharedTexts } from './texts';

interface EvidenceUploadProps {
  /** What the files prove; names the drop zone. */
  readonly label: string;
  /** Stores one file. @param onProgress share that was sent, 0 to 1 */
  readonly send: (file: File, onProgress: (share: number) => void) => Promise<void>;
  readonly disabled?: boolean;
}

type Refusal = 'tooLarge' | 'empty' | 'wrongType';

interface Sending {
  readonly name: string;
  readonly share: number;
}

/** Takes files by click, drop or paste, one after the other, and shows what the server said to each. */
export function EvidenceUpload({ label, send, disabled = false }: EvidenceUploadProps) {
  const t = useSharedTexts();
  const [sending, setSending] = useState<Sending>();
  const [problem, setProblem] = useState<{ readonly refusal?: Refusal; readonly error?: unknown }>({});

  const take = async (file: File): Promise<void> => {
    const refusal = refusalOf(file);
    setProblem(refusal ? { refusal } : {});
    if (refusal) return;
    setSending({ name: file.name, share: 0 });
    try {
      await send(file, (share) => setSending({ name: file.name, share }));
    } catch (error) {
      if (!isAbort(error)) setProblem({ error });
    } finally {
      setSending(undefined);
    }
  };

  const onPaste = ({ clipboardData }: ClipboardEvent): void => {
    for (const file of clipboardData.files) void take(file);
  };

  return (
    <div onPaste={onPaste}>
      <Upload.Dragger
        accept={mediaTypeSchema.options.join(',')}
        showUploadList={false}
        disabled={disabled || sending !== undefined}
        customRequest={({ file }) => {
          if (file instanceof File) void take(file);
        }}
        style={{ padding: 0 }}
        aria-label={label}
      >
        <Flex align="center" justify="center" gap={8} wrap>
          <InboxOutlined style={{ fontSize: 20 }} />
          <span>{t('evidence.drop')}</span>
          <Typography.Text type="secondary">{t('evidence.types')}</Typography.Text>
        </Flex>
      </Upload.Dragger>
      {sending && (
        <Progress size="small" percent={Math.round(sending.share * 100)} aria-label={sending.name} />
      )}
      {problem.refusal && (
        <Typography.Text type="danger" role="alert">
          {t(`evidence.${problem.refusal}`)}
        </Typography.Text>
      )}
      <ProblemAlert error={problem.error} />
    </div>
  );
}

/** What the browser can tell before sending; the server looks at the content itself. */
function refusalOf({ size, type }: File): Refusal | undefined {
  if (size === 0) return 'empty';
  if (size > MAX_EVIDENCE_BYTES) return 'tooLarge';
  return mediaTypeSchema.safeParse(type).success ? undefined : 'wrongType';
}
