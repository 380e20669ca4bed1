import { DatePicker, Form, Input, Radio, Select } from 'antd';
import dayjs from 'dayjs';
import type { ReactNode } from 'react';
import { type FieldPath, useFieldWords } from '../../../components/use-field-words';
import { useField } from '../draft/draft-context';
import { useRegistrationTexts } from '../texts';

interface FieldProps {
  readonly path: FieldPath;
  readonly required?: boolean;
  /** Said under the field while nothing is wrong. */
  readonly hint?: ReactNode;
  readonly disabled?: boolean;
}

const idOf = (path: FieldPath): string => `field-${path.replace('.', '-')}`;

/** Label, control and what is wrong with it. */
export function FieldFrame({
  path,
  required,
  hint,
  children,
}: FieldProps & { readonly children: ReactNode }) {
  const t = useRegistrationTexts();
  const { problem } = useField(path);
  const { label } = useFieldWords();
  const { name, earliest, latest } = problem ?? {};
  return (
    <Form.Item
      label={label(path)}
      htmlFor={idOf(path)}
      required={required}
      validateStatus={problem ? 'error' : undefined}
      help={name ? t(`problem.${name}`, { earliest, latest }) : hint}
      style={{ marginBottom: 14, minWidth: 0 }}
    >
      {children}
    </Form.Item>
  );
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

interface TextFieldProps extends FieldProps {
  readonly maxLength: number;
  readonly rows?: number;
  readonly autoFocus?: boolean;
  readonly inputMode?: 'numeric' | 'tel';
  readonly onEnter?: () => void;
  readonly suffix?: ReactNode;
}

export function TextField(props: TextFieldProps) {
  const { path, maxLength, rows, autoFocus, inputMode, onEnter, suffix, disabled } = props;
  const { value, set, onBlur } = useField(path);
  const shared = { id: idOf(path), value: textOf(value), maxLength, onBlur, disabled, autoComplete: 'off' };
  return (
    <FieldFrame {...props}>
      {rows ? (
        <Input.TextArea {...shared} rows={rows} onChange={({ target }) => set(target.value)} />
      ) : (
        <Input
          {...shared}
          autoFocus={autoFocus}
          inputMode={inputMode}
          suffix={suffix}
          onPressEnter={onEnter}
          onChange={({ target }) => set(target.value)}
        />
      )}
    </FieldFrame>
  );
}

export interface Choice {
  readonly value: string;
  readonly label: string;
}

interface ChoiceFieldProps extends FieldProps {
  readonly choices: readonly Choice[];
}

export function SelectField(props: ChoiceFieldProps) {
  const { path, choices, disabled } = props;
  const { value, set, onBlur } = useField(path);
  return (
    <FieldFrame {...props}>
      <Select
        id={idOf(path)}
        value={textOf(value) || undefined}
        options={[...choices]}
        disabled={disabled}
        showSearch={{ optionFilterProp: 'label' }}
        onBlur={onBlur}
        onChange={(chosen?: string) => set(chosen ?? null)}
      />
    </FieldFrame>
  );
}

export function RadioField(props: ChoiceFieldProps) {
  const { path, choices, disabled } = props;
  const { label } = useFieldWords();
  const { value, set } = useField(path);
  return (
    <FieldFrame {...props}>
      <Radio.Group
        id={idOf(path)}
        aria-label={label(path)}
        value={textOf(value)}
        disabled={disabled}
        options={[...choices]}
        onChange={({ target }) => set(String(target.value))}
      />
    </FieldFrame>
  );
}

/** Yes or no; unanswered until somebody answers. */
export function YesNoField(props: FieldProps) {
  const t = useRegistrationTexts();
  const { label } = useFieldWords();
  const { value, set } = useField(props.path);
  return (
    <FieldFrame {...props}>
      <Radio.Group
        id={idOf(props.path)}
        aria-label={label(props.path)}
        value={value}
        disabled={props.disabled}
        options={[
          { value: true, label: t('yes') },
          { value: false, label: t('no') },
        ]}
        onChange={({ target }) => set(target.value === true)}
      />
    </FieldFrame>
  );
}

interface DateFieldProps extends FieldProps {
  readonly min?: string;
  readonly max?: string;
}

export function DateField(props: DateFieldProps) {
  const { path, min, max, disabled } = props;
  const { value, set, onBlur } = useField(path);
  const day = textOf(value);
  return (
    <FieldFrame {...props}>
      <DatePicker
        id={idOf(path)}
        style={{ width: '100%' }}
        value={dayjs(day, 'YYYY-MM-DD').isValid() && day !== '' ? dayjs(day) : null}
        minDate={min === undefined ? undefined : dayjs(min)}
        maxDate={max === undefined ? undefined : dayjs(max)}
        disabled={disabled}
        onBlur={onBlur}
        onChange={(chosen) => set(chosen ? chosen.format('YYYY-MM-DD') : null)}
      />
    </FieldFrame>
  );
}
