import { useMutation } from '@tanstack/react-query';
import { Button, Card, Flex, Form, Input, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '../components/problem-alert';
import { useSession } from '../lib/session/session-context';
import { LanguageSwitch } from './language-switch';

interface Credentials {
  readonly username: string;
  readonly password: string;
}

export function SignInPage() {
  const { t } = useTranslation();
  const { signIn } = useSession();
  const entering = useMutation({
    mutationFn: ({ username, password }: Credentials) => signIn(username, password),
  });
  return (
    <Flex align="center" justify="center" style={{ minHeight: '100%', padding: 16, background: '#f4f6f6' }}>
      <Card style={{ width: 380, maxWidth: '100%' }}>
        <Flex justify="space-between" align="start">
          <div>
            <Typography.Title level={3} style={{ marginTop: 0, marginBottom: 4 }}>
              {t('app.title')}
            </Typography.Title>
            <Typography.Paragraph type="secondary">{t('app.subtitle')}</Typography.Paragraph>
          </div>
          <LanguageSwitch />
        </Flex>
        <Form<Credentials>
          layout="vertical"
          onFinish={(credentials) => entering.mutate(credentials)}
          requiredMark={false}
        >
          <Form.Item name="username" label={t('signIn.username')} rules={[{ required: true }]}>
            <Input autoFocus autoComplete="username" />
          </Form.Item>
          <Form.Item name="password" label={t('signIn.password')} rules={[{ required: true }]}>
            <Input.Password autoComplete="current-password" />
          </Form.Item>
          <Form.Item>
            <ProblemAlert error={entering.error} />
          </Form.Item>
          <Button type="primary" htmlType="submit" block loading={entering.isPending}>
            {t('action.signIn')}
          </Button>
        </Form>
      </Card>
    </Flex>
  );
}
