import { Form, Input, Modal, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '../../../components/problem-alert';
import { useCreateAccount } from '../api/create-account';
import { useAccountsTexts } from '../texts';
import { type GrantLine, GrantsEditor, grantsOf } from './grants-editor';
import { temporaryPassword } from './temporary-password';

interface CreateAccountModalProps {
  readonly open: boolean;
  readonly onClose: () => void;
  /** @param password temporary password of a person */
  readonly onCreated: (accountId: string, password: string | undefined) => void;
}

interface Fields {
  readonly kind: 'person' | 'machine';
  readonly username: string;
  readonly displayName: string;
  readonly grants: readonly GrantLine[];
}

const USERNAME = /^[a-z0-9][a-z0-9._-]{2,31}$/;

export function CreateAccountModal({ open, onClose, onCreated }: CreateAccountModalProps) {
  const t = useAccountsTexts();
  const { t: shell } = useTranslation();
  const [form] = Form.useForm<Fields>();
  const creating = useCreateAccount();
  const create = ({ kind, username, displayName, grants: lines }: Fields) => {
    const grants = grantsOf(lines);
    if (typeof grants === 'string') return;
    const password = kind === 'person' ? temporaryPassword() : undefined;
    const account = { username, displayName: displayName.trim(), grants };
    creating.mutate(
      password === undefined ? { ...account, kind: 'machine' } : { ...account, kind: 'person', password },
      { onSuccess: ({ id }) => onCreated(id, password) },
    );
  };
  const checkGrants = (_: unknown, lines: readonly GrantLine[]) => {
    const grants = grantsOf(lines);
    if (typeof grants === 'string') return Promise.reject(new Error(t(grants)));
    return grants.length > 0 ? Promise.resolve() : Promise.reject(new Error(t('incomplete')));
  };
  const required = { required: true, whitespace: true, message: t('required') };
  return (
    <Modal
      open={open}
      title={t('create')}
      width={640}
      okText={t('create')}
      cancelText={shell('action.cancel')}
      okButtonProps={{ loading: creating.isPending }}
      onOk={() => form.submit()}
      onCancel={onClose}
      afterClose={creating.reset}
      destroyOnHidden
    >
      <Form<Fields>
        form={form}
        layout="vertical"
        preserve={false}
        initialValues={{ kind: 'person', grants: [{}] }}
        onFinish={create}
      >
        <Form.Item name="kind" label={t('column.kind')}>
          <Radio.Group
            options={(['person', 'machine'] as const).map((value) => ({ value, label: t(`kind.${value}`) }))}
          />
        </Form.Item>
        <Form.Item
          name="username"
          label={t('column.username')}
          normalize={(typed: string) => typed.trim().toLowerCase()}
          rules={[required, { pattern: USERNAME, message: t('usernameRule') }]}
        >
          <Input autoComplete="off" maxLength={32} />
        </Form.Item>
        <Form.Item name="displayName" label={t('column.displayName')} rules={[required]}>
          <Input autoComplete="off" maxLength={60} />
        </Form.Item>
        <Form.Item name="grants" label={t('grants')} required rules={[{ validator: checkGrants }]}>
          <GrantsEditor />
        </Form.Item>
        <ProblemAlert error={creating.error} />
      </Form>
    </Modal>
  );
}
