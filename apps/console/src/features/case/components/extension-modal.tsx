import { addMonths } from '@anjuan/event-sourcing';
import { DatePicker, Form, Modal } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '../../../components/problem-alert';
import { useCaseTexts } from '../texts';
import { type CaseDesk, useCase, useCaseCommand } from './case-context';

/** The last day that the policy lets a filing be extended to. */
function latestEnd({ details: { summary }, policy }: CaseDesk): string | undefined {
  const kind = summary && policy?.kinds[summary.kind];
  if (!kind || summary.endsOn === undefined || kind.validity.rule === 'open-ended') return undefined;
  const { validity, extension } = kind;
  const months = extension.months ?? (validity.rule === 'months' ? validity.months : validity.maxMonths);
  return addMonths(summary.endsOn, months);
}

/** Asks for a later end of a filing in force. */
export function ExtensionModal({ onClose }: { readonly onClose: () => void }) {
  const t = useCaseTexts();
  const { t: shell } = useTranslation();
  const desk = useCase();
  const command = useCaseCommand();
  const [form] = Form.useForm<{ endsOn: Dayjs }>();
  const latest = latestEnd(desk);
  const { endsOn } = desk.details.summary ?? {};
  return (
    <Modal
      open
      title={t('action.extension')}
      okText={shell('action.confirm')}
      cancelText={shell('action.cancel')}
      okButtonProps={{ loading: command.isPending }}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Form
        form={form}
        layout="vertical"
        initialValues={{ endsOn: latest === undefined ? undefined : dayjs(latest) }}
        onFinish={(chosen) =>
          command.mutate(
            { on: 'filing', step: 'extension-request', body: { endsOn: chosen.endsOn.format('YYYY-MM-DD') } },
            { onSuccess: onClose },
          )
        }
      >
        <Form.Item
          name="endsOn"
          label={t('about.extension')}
          extra={latest !== undefined && t('about.extensionLatest', { date: latest })}
          rules={[{ required: true }]}
        >
          <DatePicker
            style={{ width: '100%' }}
            minDate={endsOn === undefined ? undefined : dayjs(endsOn).add(1, 'day')}
            maxDate={latest === undefined ? undefined : dayjs(latest)}
          />
        </Form.Item>
        <ProblemAlert error={command.error} />
      </Form>
    </Modal>
  );
}
