import { changeSchema, type FilingChange } from '@anjuan/filing-intake-domain';
import { Form, Input, Modal, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { AreaPicker } from '../../../components/area-picker';
import { ProblemAlert } from '../../../components/problem-alert';
import { useSharedTexts } from '../../../components/texts';
import { useFieldWords } from '../../../components/use-field-words';
import { useCaseTexts } from '../texts';
import { useCase, useCaseCommand } from './case-context';

const TEXTS = ['phone', 'address', 'contactName', 'contactPhone', 'employerName'] as const;

/** Asks for a change of a filing in force; only what is filled in is to change. */
export function ChangeModal({ onClose }: { readonly onClose: () => void }) {
  const t = useCaseTexts();
  const { t: shell } = useTranslation();
  const shared = useSharedTexts();
  const { label } = useFieldWords();
  const command = useCaseCommand();
  const [form] = Form.useForm<FilingChange>();
  const employer = useCase().details.data.employer !== undefined;
  const send = (typed: FilingChange): void => {
    const changes = Object.fromEntries(Object.entries(typed).filter(([, value]) => value));
    command.mutate({ on: 'filing', step: 'change-request', body: { changes } }, { onSuccess: onClose });
  };
  return (
    <Modal
      open
      title={t('action.change')}
      okText={shell('action.confirm')}
      cancelText={shell('action.cancel')}
      okButtonProps={{ loading: command.isPending }}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Typography.Paragraph type="secondary">{t('about.change')}</Typography.Paragraph>
      <Form form={form} layout="vertical" onFinish={send}>
        <TreatmentRegion />
        {TEXTS.filter((name) => name !== 'employerName' || employer).map((name) => (
          <Form.Item
            key={name}
            name={name}
            label={label(name)}
            rules={[ruleOf(name, shared('reason.invalid'))]}
          >
            <Input maxLength={200} autoComplete="off" />
          </Form.Item>
        ))}
        <ProblemAlert error={command.error} />
      </Form>
    </Modal>
  );
}

/** The same rule as the server's, for one field. */
function ruleOf(name: (typeof TEXTS)[number], message: string) {
  const schema = changeSchema.shape[name];
  return {
    validator: (_: unknown, typed: unknown) =>
      !typed || schema.safeParse(typed).success ? Promise.resolve() : Promise.reject(new Error(message)),
  };
}

function TreatmentRegion() {
  const { label } = useFieldWords();
  const { details, policy } = useCase();
  const levels: readonly string[] = policy?.treatmentRegion.levels ?? [];
  const whole: readonly string[] = policy?.treatmentRegion.provinceLevelCodes ?? [];
  return (
    <Form.Item name="treatmentRegion" label={label('treatmentRegion')}>
      <FormAreaPicker
        selectable={({ level, code }) =>
          code !== details.insuredRegion && (levels.includes(level) || whole.includes(code))
        }
      />
    </Form.Item>
  );
}

type PickerProps = Parameters<typeof AreaPicker>[0];

/** The picker as a control of a form, which hands in value and onChange. */
function FormAreaPicker(props: Omit<PickerProps, 'value' | 'onChange'> & Partial<PickerProps>) {
  const { value, onChange = () => {}, ...rest } = props;
  return <AreaPicker {...rest} value={value} onChange={onChange} />;
}
