import { Form, Input, Modal, Typography } from 'antd';
import { type ReactNode, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from './problem-alert';
import { type Reason, ReasonPicker } from './reason-picker';
import { useSharedTexts } from './texts';

export interface Reasoned {
  readonly reasonCode: string;
  readonly opinion: string;
}

interface ReasonModalProps {
  readonly open: boolean;
  readonly title: string;
  /** What it will bring about. */
  readonly about?: ReactNode;
  /** The policy's list; without one no reason is asked for. */
  readonly reasons?: readonly Reason[];
  readonly opinion: 'required' | 'optional' | 'none';
  readonly danger?: boolean;
  readonly busy: boolean;
  readonly error?: unknown;
  readonly onConfirm: (given: Reasoned) => void;
  readonly onCancel: () => void;
  /** Further fields of the form. */
  readonly children?: ReactNode;
}

/** Asks for a coded reason or an opinion before something is done that cannot simply be undone. */
export function ReasonModal(props: ReasonModalProps) {
  const { open, title, about, reasons, opinion, danger, busy, error, onConfirm, onCancel, children } = props;
  const { t: shell } = useTranslation();
  const t = useSharedTexts();
  const fields = useRef<HTMLDivElement>(null);
  const [form] = Form.useForm<Partial<Reasoned>>();
  return (
    <Modal
      open={open}
      title={title}
      onCancel={onCancel}
      okText={shell('action.confirm')}
      cancelText={shell('action.cancel')}
      okButtonProps={{ danger, loading: busy }}
      onOk={() => form.submit()}
      destroyOnHidden
      afterOpenChange={(shown) =>
        shown && fields.current?.querySelector<HTMLElement>('input, textarea')?.focus()
      }
    >
      {about && <Typography.Paragraph type="secondary">{about}</Typography.Paragraph>}
      <div ref={fields}>
        <Form
          form={form}
          layout="vertical"
          preserve={false}
          onFinish={({ reasonCode = '', opinion: text = '' }) =>
            onConfirm({ reasonCode, opinion: text.trim() })
          }
        >
          {reasons && (
            <Form.Item
              name="reasonCode"
              label={t('reason.label')}
              rules={[{ required: true, message: t('reason.choose') }]}
            >
              <ReasonPicker reasons={reasons} />
            </Form.Item>
          )}
          {children}
          {opinion !== 'none' && (
            <Form.Item
              name="opinion"
              label={t('reason.opinion')}
              rules={[{ required: opinion === 'required', whitespace: true, message: t('reason.required') }]}
            >
              <Input.TextArea rows={3} maxLength={500} />
            </Form.Item>
          )}
          <ProblemAlert error={error} />
        </Form>
      </div>
    </Modal>
  );
}
