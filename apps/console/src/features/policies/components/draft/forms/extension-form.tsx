import type { FilingKindPolicy } from '@anjuan/contracts';
import { Flex, InputNumber, Switch } from 'antd';
import { usePolicyWords } from '../../../words';

type Extension = FilingKindPolicy['extension'];

interface ExtensionFormProps {
  readonly value: Extension;
  readonly onChange: (value: Extension) => void;
}

const USUAL_MONTHS = 6;

/** Whether a filing can be extended, and by how long. */
export function ExtensionForm({ value, onChange }: ExtensionFormProps) {
  const { fieldName } = usePolicyWords();
  return (
    <Flex gap={8} wrap align="center">
      <Switch
        aria-label={fieldName('extension')}
        checked={value.allowed}
        onChange={(allowed) =>
          onChange(allowed ? { allowed, months: value.months ?? USUAL_MONTHS } : { allowed })
        }
      />
      {value.allowed && (
        <InputNumber
          aria-label={fieldName('months')}
          prefix={fieldName('months')}
          min={1}
          precision={0}
          value={value.months}
          onChange={(months) => months !== null && onChange({ ...value, months })}
        />
      )}
    </Flex>
  );
}
