import type { Bilingual, Material } from '@anjuan/contracts';
import { Checkbox, Flex, Input, Typography } from 'antd';
import { usePolicyWords } from '../../../words';
import { BilingualInput } from './bilingual-input';
import { ListRows } from './list-rows';

interface MaterialsFormProps {
  readonly value: readonly Material[];
  readonly onChange: (value: Material[]) => void;
}

const FLAGS = ['required', 'letterMayReplace', 'onlyForAgent'] as const;
const CODE = /^[A-Z][A-Z0-9_]*$/;
const EMPTY: Bilingual = { zh: '', en: '' };

const fresh = (): Material => ({
  code: '',
  name: EMPTY,
  alternatives: [EMPTY],
  required: true,
  letterMayReplace: false,
  onlyForAgent: false,
});

/** What an applicant hands in, each with the papers that are accepted. */
export function MaterialsForm({ value, onChange }: MaterialsFormProps) {
  const { fieldName } = usePolicyWords();
  return (
    <ListRows<Material>
      values={value}
      onChange={onChange}
      fresh={fresh}
      row={(material, change) => (
        <Flex vertical gap={6} style={{ padding: 8, border: '1px solid #e5e9e9', borderRadius: 6 }}>
          <Flex gap={8} wrap align="start">
            <Input
              aria-label={fieldName('code')}
              placeholder={fieldName('code')}
              style={{ flex: '1 1 160px' }}
              value={material.code}
              status={CODE.test(material.code) ? undefined : 'error'}
              onChange={({ target }) => change({ ...material, code: target.value.toUpperCase() })}
            />
            <BilingualInput value={material.name} onChange={(name) => change({ ...material, name })} />
          </Flex>
          <Flex gap={12} wrap>
            {FLAGS.map((flag) => (
              <Checkbox
                key={flag}
                checked={material[flag]}
                onChange={({ target }) => change({ ...material, [flag]: target.checked })}
              >
                {fieldName(flag)}
              </Checkbox>
            ))}
          </Flex>
          <Typography.Text type="secondary">{fieldName('alternatives')}</Typography.Text>
          <ListRows<Bilingual>
            values={material.alternatives}
            onChange={(alternatives) => change({ ...material, alternatives })}
            fresh={() => EMPTY}
            row={(paper, set) => <BilingualInput value={paper} onChange={set} />}
          />
        </Flex>
      )}
    />
  );
}
