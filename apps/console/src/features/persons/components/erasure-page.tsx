import { Alert, App, Button, Card, Form, Input } from 'antd';
import { PageHeader } from '../../../components/page-header';
import { ProblemAlert } from '../../../components/problem-alert';
import { type Erasure, useErasePerson } from '../api/erase-person';
import { usePersonsTexts } from '../texts';
import { ErasureFields } from './erasure-fields';

interface Fields extends Erasure {
  readonly personId: string;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Erases a person by id: whoever erases need not be able to read who it is. */
export function ErasurePage() {
  const t = usePersonsTexts();
  const { message } = App.useApp();
  const [form] = Form.useForm<Fields>();
  const erasing = useErasePerson();
  const erase = ({ personId, reasonCode, reference }: Fields) =>
    erasing.mutate(
      { personId, reasonCode, reference: reference?.trim() || undefined },
      {
        onSuccess: () => {
          form.resetFields();
          void message.success(t('erase.done'));
        },
      },
    );
  return (
    <div style={{ maxWidth: 640 }}>
      <PageHeader title={t('erase.page')} about={t('erase.pageAbout')} />
      <Card>
        <Alert type="error" showIcon title={t('erase.about')} style={{ marginBottom: 16 }} />
        <Form<Fields> form={form} layout="vertical" onFinish={erase}>
          <Form.Item
            name="personId"
            label={t('erase.number')}
            normalize={(typed: string) => typed.trim().toLowerCase()}
            rules={[{ required: true, pattern: UUID, message: t('erase.numberWrong') }]}
          >
            <Input maxLength={40} autoComplete="off" className="num" />
          </Form.Item>
          <ErasureFields
            confirmation={t('erase.word')}
            label={t('erase.typeWord')}
            wrong={t('erase.wordWrong')}
          />
          <ProblemAlert error={erasing.error} />
          <Button danger type="primary" htmlType="submit" loading={erasing.isPending}>
            {t('erase.act')}
          </Button>
        </Form>
      </Card>
    </div>
  );
}
