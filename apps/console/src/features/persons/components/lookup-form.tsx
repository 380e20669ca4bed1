import { idTypeSchema, isIdNumber, normalIdNumber } from '@anjuan/filing-intake-domain';
import { Alert, Button, Card, Flex, Form, Input, Select, Typography } from 'antd';
import { useNavigate } from 'react-router';
import { ProblemAlert } from '../../../components/problem-alert';
import { useFieldWords } from '../../../components/use-field-words';
import { useLookUpPerson } from '../api/look-up-person';
import { usePersonsTexts } from '../texts';

interface Fields {
  readonly idType: string;
  readonly idNumber: string;
}

/** Opens the person a document belongs to. */
export function LookupForm() {
  const t = usePersonsTexts();
  const navigate = useNavigate();
  const { show } = useFieldWords();
  const looking = useLookUpPerson();
  const [form] = Form.useForm<Fields>();
  const look = ({ idType, idNumber }: Fields) =>
    looking.mutate(
      { idType, idNumber: normalIdNumber(idNumber) },
      {
        onSuccess: ({ personId }) => {
          if (personId !== undefined) void navigate(`/persons/${personId}`);
        },
      },
    );
  const check = (_: unknown, typed: string | undefined) => {
    const idType = idTypeSchema.safeParse(form.getFieldValue('idType'));
    const wrong =
      typed && idType.success && !isIdNumber({ idType: idType.data, idNumber: normalIdNumber(typed) });
    return wrong ? Promise.reject(new Error(t('lookup.invalid'))) : Promise.resolve();
  };
  return (
    <Card size="small" title={t('lookup.title')}>
      <Form<Fields> form={form} layout="vertical" initialValues={{ idType: '01' }} onFinish={look}>
        <Flex gap={12} wrap>
          <Form.Item name="idType" label={t('lookup.idType')} style={{ flex: '1 1 180px', marginBottom: 8 }}>
            <Select
              options={idTypeSchema.options.map((value) => ({
                value,
                label: show('applicant.idType', value),
              }))}
            />
          </Form.Item>
          <Form.Item
            name="idNumber"
            label={t('lookup.idNumber')}
            dependencies={['idType']}
            validateTrigger="onSubmit"
            rules={[{ required: true, message: t('lookup.required') }, { validator: check }]}
            style={{ flex: '2 1 220px', marginBottom: 8 }}
          >
            <Input autoComplete="off" maxLength={50} className="num" />
          </Form.Item>
          <Form.Item label=" " style={{ marginBottom: 8 }}>
            <Button type="primary" htmlType="submit" loading={looking.isPending}>
              {t('lookup.find')}
            </Button>
          </Form.Item>
        </Flex>
      </Form>
      <Typography.Text type="secondary">{t('lookup.logged')}</Typography.Text>
      {looking.data?.found === false && <Alert type="info" showIcon title={t('lookup.notFound')} />}
      <ProblemAlert error={looking.error} />
    </Card>
  );
}
