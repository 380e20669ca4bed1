import { Alert, App, Button, Form, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '../../../components/problem-alert';
import { type Erasure, useErasePerson } from '../api/erase-person';
import type { PersonView } from '../api/person';
import { usePersonsTexts } from '../texts';
import { ErasureFields } from './erasure-fields';

/** Erases a person after the name was typed. */
export function ErasePerson({ view: { personId, person } }: { readonly view: PersonView }) {
  const t = usePersonsTexts();
  const { t: shell } = useTranslation();
  const { message } = App.useApp();
  const [open, setOpen] = useState(false);
  const [form] = Form.useForm<Erasure>();
  const erasing = useErasePerson();
  const { name } = person;
  const erase = ({ reasonCode, reference }: Erasure) =>
    erasing.mutate(
      { personId, reasonCode, reference: reference?.trim() || undefined },
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
        <Form<Erasure> form={form} layout="vertical" preserve={false} onFinish={erase}>
          <ErasureFields
            confirmation={name}
            label={t('erase.typeName', { name })}
            wrong={t('erase.typeWrong')}
          />
          <ProblemAlert error={erasing.error} />
        </Form>
      </Modal>
    </>
  );
}
