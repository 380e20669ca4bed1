import { useMutation } from '@tanstack/react-query';
import { Alert, App, Button, Card, Form, Input, Typography } from 'antd';
import { useNavigate } from 'react-router';
import { PageHeader } from '../../../components/page-header';
import { ProblemAlert } from '../../../components/problem-alert';
import { useSession } from '../../../lib/session/session-context';
import { usePasswordTexts } from '../texts';

interface Passwords {
  readonly old: string;
  readonly next: string;
  readonly again: string;
}

/** Changes the own password; the only page there is while a temporary one is in use. */
export function PasswordPage() {
  const t = usePasswordTexts();
  const { session, changePassword } = useSession();
  const { message } = App.useApp();
  const navigate = useNavigate();
  const forced = session?.account.mustChangePassword ?? false;
  const [form] = Form.useForm<Passwords>();
  const changing = useMutation({
    mutationFn: ({ old, next }: Passwords) => changePassword(old, next),
    onSuccess: () => {
      form.resetFields();
      if (forced) void navigate('/');
      void message.success(t('changed'));
    },
  });
  const required = { required: true, message: t('required') };
  return (
    <div style={{ maxWidth: 480, margin: '0 auto' }}>
      <PageHeader title={t('title')} />
      <Card>
        {forced && <Alert type="warning" showIcon title={t('must')} style={{ marginBottom: 16 }} />}
        <Form<Passwords> form={form} layout="vertical" onFinish={(given) => changing.mutate(given)}>
          <input type="text" autoComplete="username" value={session?.account.username} readOnly hidden />
          <Form.Item name="old" label={t('old')} rules={[required]}>
            <Input.Password autoComplete="current-password" maxLength={128} />
          </Form.Item>
          <Form.Item name="next" label={t('next')} rules={[required]} extra={t('rule')}>
            <Input.Password autoComplete="new-password" maxLength={128} />
          </Form.Item>
          <Form.Item
            name="again"
            label={t('again')}
            dependencies={['next']}
            rules={[
              required,
              ({ getFieldValue }) => ({
                validator: (_, value) =>
                  value === undefined || value === getFieldValue('next')
                    ? Promise.resolve()
                    : Promise.reject(new Error(t('differs'))),
              }),
            ]}
          >
            <Input.Password autoComplete="new-password" maxLength={128} />
          </Form.Item>
          <Form.Item>
            <ProblemAlert error={changing.error} />
          </Form.Item>
          <Button type="primary" htmlType="submit" loading={changing.isPending}>
            {t('change')}
          </Button>
          <Typography.Paragraph type="secondary" style={{ marginTop: 12, marginBottom: 0 }}>
            {t('others')}
          </Typography.Paragraph>
        </Form>
      </Card>
    </div>
  );
}
