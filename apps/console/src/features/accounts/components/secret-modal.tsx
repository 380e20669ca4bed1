import { Alert, Modal, Typography } from 'antd';
import { useAccountsTexts } from '../texts';

interface SecretModalProps {
  /** Undefined while there is none to show. */
  readonly secret: string | undefined;
  readonly title: string;
  readonly about: string;
  readonly onClose: () => void;
}

/** Shows a password or token once. It closes only by saying that it was noted. */
export function SecretModal({ secret, title, about, onClose }: SecretModalProps) {
  const t = useAccountsTexts();
  return (
    <Modal
      open={secret !== undefined}
      title={title}
      closable={false}
      keyboard={false}
      mask={{ closable: false }}
      okText={t('secretKept')}
      onOk={onClose}
      cancelButtonProps={{ style: { display: 'none' } }}
      destroyOnHidden
    >
      <Alert type="warning" showIcon title={about} style={{ marginBottom: 12 }} />
      <Typography.Paragraph
        code
        copyable={{ tooltips: [undefined, t('copied')] }}
        style={{ fontSize: 18, overflowWrap: 'anywhere' }}
      >
        {secret}
      </Typography.Paragraph>
    </Modal>
  );
}
