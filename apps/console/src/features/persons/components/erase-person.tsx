import { Alert, App, Button, Form, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '../../../components/problem-alert';
import { ERASURE_REASONS, type Erasure, useErasePerson } from '../api/erase-person';
import type { PersonView } from '../api/person';
import { usePersonsTexts } from '../texts';

interface Fields extends Erasure {
  readonly name: string;
}

const REFERENCE = /^[\p{Script=Han}A-Za-z0-9〔〕()（）/._-]{1,100}$/u;

/** Erases a person after the name was typed. */
export function ErasePerson({ view: { personId, person } }: { readonly view: PersonView }) {
  const t = usePersonsTexts();
  const { t: shell } = useTranslation();
  const { message } = App.useApp();
  const [open, setOpen] = useState(false);
  const [form] = Form.useForm<Fields>();
  const erasing = useErasePerson(personId);
  const { name } = person;
  const erase = ({ reasonCode, reference }: Fields) =>
    erasing.mutate(
      { reasonCode, reference: reference?.trim() || undefined },
      {
        onSuccess: () => {
          setOpen(false);
          void message.success(t('erase.done'));
        },
      },
    );
  return (
    <>
      <Button danger onClick={() => setOpen(true)}>
        {t('erase.act')}
      </Button>
      <Modal
        open={open}
        title={t('erase.title', { name })}
        okText={t('erase.act')}
        cancelText={shell('action.cancel')}
        okButtonProps={{ danger: true, loading: erasing.isPending }}
        onOk={() => form.submit()}
        onCancel={() => setOpen(false)}
        destroyOnHidden
      >
        <Alert type="error" showIcon title={t('erase.about')} style={{ marginBottom: 16 }} />
        <Form<Fields> form={form} layout="vertical" preserve={false} onFinish={erase}>
          <Form.Item
            name="reasonCode"
            label={t('erase.reason')}
            rules={[{ required: true, message: t('erase.required') }]}
          >
            <Select
              options={ERASURE_REASONS.map((value) => ({ value, label: t(`erase.reasons.${value}`) }))}
            />
          </Form.Item>
          <Form.Item
            name="reference"
            label={t('erase.reference')}
            rules={[{ pattern: REFERENCE, message: t('erase.referenceRule') }]}
          >
            <Input maxLength={100} autoComplete="off" />
          </Form.Item>
          <Form.Item
            name="name"
            label={t('erase.typeName', { name })}
            rules={[
              {
                validator: (_, typed: string | undefined) =>
                  typed?.trim() === name
                    ? Promise.resolve()
                    : Promise.reject(new Error(t('erase.typeWrong'))),
              },
            ]}
            validateTrigger="onSubmit"
          >
            <Input autoComplete="off" />
          </Form.Item>
          <ProblemAlert error={erasing.error} />
        </Form>
      </Modal>
    </>
  );
}
