import { Form, Input, Select } from 'antd';
import { ERASURE_REASONS } from '../api/erase-person';
import { usePersonsTexts } from '../texts';

const REFERENCE = /^[\p{Script=Han}A-Za-z0-9〔〕()（）/._-]{1,100}$/u;

interface ErasureFieldsProps {
  /** What must be typed, word for word. */
  readonly confirmation: string;
  readonly label: string;
  readonly wrong: string;
}

/** Ground, reference and typed confirmation of an erasure. */
export function ErasureFields({ confirmation, label, wrong }: ErasureFieldsProps) {
  const t = usePersonsTexts();
  return (
    <>
      <Form.Item
        name="reasonCode"
        label={t('erase.reason')}
        rules={[{ required: true, message: t('erase.required') }]}
      >
        <Select options={ERASURE_REASONS.map((value) => ({ value, label: t(`erase.reasons.${value}`) }))} />
      </Form.Item>
      <Form.Item
        name="reference"
        label={t('erase.reference')}
        rules={[{ pattern: REFERENCE, message: t('erase.referenceRule') }]}
      >
        <Input maxLength={100} autoComplete="off" />
      </Form.Item>
      <Form.Item
        name="confirmation"
        label={label}
        validateTrigger="onSubmit"
        rules={[
          {
            validator: (_, typed: string | undefined) =>
              typed?.trim() === confirmation ? Promise.resolve() : Promise.reject(new Error(wrong)),
          },
        ]}
      >
        <Input autoComplete="off" />
      </Form.Item>
    </>
  );
}
