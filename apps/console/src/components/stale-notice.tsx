import { Modal, Typography } from 'antd';
import { type FieldChange, FieldDiff } from './field-diff';
import { useSharedTexts } from './texts';

interface StaleNoticeProps {
  /** What somebody else changed; undefined while nothing is stale. */
  readonly changes: readonly FieldChange[] | undefined;
  readonly onClose: () => void;
}

/** A command was refused because its view was old (412): says what changed meanwhile. */
export function StaleNotice({ changes, onClose }: StaleNoticeProps) {
  const t = useSharedTexts();
  return (
    <Modal
      open={changes !== undefined}
      title={t('stale.title')}
      onOk={onClose}
      onCancel={onClose}
      okText={t('stale.close')}
      cancelButtonProps={{ style: { display: 'none' } }}
    >
      <Typography.Paragraph>
        {changes?.length === 0 ? t('stale.nothing') : t('stale.about')}
      </Typography.Paragraph>
      {changes !== undefined && changes.length > 0 && <FieldDiff changes={changes} />}
    </Modal>
  );
}
