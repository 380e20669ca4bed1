import { Typography } from 'antd';
import { type ReactNode, useId } from 'react';
import { usePolicyWords } from '../../../words';

interface FieldRowProps {
  /** Name of the policy's field. */
  readonly field: string;
  /** @param id links the label to the control */
  readonly children: (id: string) => ReactNode;
}

/** A field of a policy form with its label. */
export function FieldRow({ field, children }: FieldRowProps) {
  const { fieldName } = usePolicyWords();
  const id = useId();
  return (
    <div style={{ marginBottom: 10 }}>
      <label htmlFor={id}>
        <Typography.Text type="secondary">{fieldName(field)}</Typography.Text>
      </label>
      <div>{children(id)}</div>
    </div>
  );
}
