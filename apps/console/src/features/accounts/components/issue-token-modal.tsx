import { DatePicker, Form, Input, Modal } from 'antd';
import type { Dayjs } from 'dayjs';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '../../../components/problem-alert';
import { useIssueToken } from '../api/issue-token';
import { useAccountsTexts } from '../texts';

interface IssueTokenModalProps {
  readonly accountId: string;
  readonly open: boolean;
  readonly onClose: () => void;
  readonly onIssued: (token: string) => void;
}

interface Fields {
  readonly label: string;
  readonly expiresOn?: Dayjs | null;
}

export function IssueTokenModal({ accountId, open, onClose, onIssued }: IssueTokenModalProps) {
  const t = useAccountsTexts();
  const { t: shell } = useTranslation();
  const [form] = Form.useForm<Fields>();
  const issuing = useIssueToken(accountId);
  const issue = ({ label, expiresOn }: Fields) =>
    issuing.mutate(
      { label: label.trim(), expiresOn: expiresOn?.format('YYYY-MM-DD') },
      {
        onSuccess: ({ token }) => {
          onClose();
          onIssued(token);
        },
      },
    );
  return (
    <Modal
      open={open}
      title={t('issue')}
      okText={t('issue')}
      cancelText={shell('action.cancel')}
      okButtonProps={{ loading: issuing.isPending }}
      onOk={() => form.submit()}
      onCancel={onClose}
      destroyOnHidden
    >
      <Form<Fields> form={form} layout="vertical" preserve={false} onFinish={issue}>
        <Form.Item
          name="label"
          label={t('label')}
          rules={[{ required: true, whitespace: true, message: t('required') }]}
        >
          <Input maxLength={60} />
        </Form.Item>
        <Form.Item name="expiresOn" label={t('expires')}>
          <DatePicker placeholder={t('noExpiry')} style={{ width: '100%' }} />
        </Form.Item>
        <ProblemAlert error={issuing.error} />
      </Form>
    </Modal>
  );
}
