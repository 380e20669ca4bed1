import type { FilingKindPolicy } from '@anjuan/contracts';
import { PlusOutlined } from '@ant-design/icons';
import { Button, Form, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useBilingual } from '../../../../lib/use-language';
import { usePoliciesTexts } from '../../texts';

interface AddKindProps {
  readonly kinds: Readonly<Record<string, FilingKindPolicy>>;
  readonly onAdd: (kind: FilingKindPolicy) => void;
}

interface Fields {
  readonly code: string;
  readonly template: string;
}

const CODE = /^[A-Z][A-Z0-9_]*$/;

/** Adds a kind as a copy of another. */
export function AddKind({ kinds, onAdd }: AddKindProps) {
  const t = usePoliciesTexts();
  const { t: shell } = useTranslation();
  const inLanguage = useBilingual();
  const [open, setOpen] = useState(false);
  const [form] = Form.useForm<Fields>();
  const add = ({ code, template }: Fields) => {
    const like = kinds[template];
    if (!like) return;
    setOpen(false);
    onAdd({ ...like, code });
  };
  return (
    <>
      <Button block icon={<PlusOutlined />} onClick={() => setOpen(true)}>
        {t('draft.addKind')}
      </Button>
      <Modal
        open={open}
        title={t('draft.addKind')}
        okText={t('draft.add')}
        cancelText={shell('action.cancel')}
        onOk={() => form.submit()}
        onCancel={() => setOpen(false)}
        destroyOnHidden
      >
        <Form<Fields> form={form} layout="vertical" preserve={false} onFinish={add}>
          <Form.Item
            name="code"
            label={t('draft.newKindCode')}
            normalize={(typed: string) => typed.toUpperCase()}
            rules={[{ required: true, pattern: CODE, message: t('draft.codeRule') }]}
          >
            <Input maxLength={60} />
          </Form.Item>
          <Form.Item name="template" label={t('draft.template')} rules={[{ required: true }]}>
            <Select
              options={Object.values(kinds).map(({ code, name }) => ({
                value: code,
                label: inLanguage(name),
              }))}
            />
          </Form.Item>
        </Form>
      </Modal>
    </>
  );
}
