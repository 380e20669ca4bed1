import { type Completion, channelSchema, completionSchema, type FilingKindPolicy } from '@anjuan/contracts';
import { DeleteOutlined } from '@ant-design/icons';
import { Button, Checkbox, Flex, Select, Typography } from 'antd';
import { usePoliciesTexts } from '../../../texts';
import { usePolicyWords } from '../../../words';
import { CodeSelect, useCodeName } from './code-select';
import { FieldRow } from './field-row';

type ByChannel = FilingKindPolicy['completion'];

interface CompletionFormProps {
  readonly value: FilingKindPolicy;
  readonly onChange: (
    changes: Pick<Partial<FilingKindPolicy>, 'completion' | 'completionWithLetter'>,
  ) => void;
}

/** Who completes a filing, by channel; where letters are allowed also with a letter. */
export function CompletionForm({ value, onChange }: CompletionFormProps) {
  const t = usePoliciesTexts();
  const { completion, completionWithLetter, letterAllowed } = value;
  return (
    <>
      <FieldRow field="completion">
        {() => <ChannelRules value={completion} onChange={(next) => onChange({ completion: next })} />}
      </FieldRow>
      {(letterAllowed || completionWithLetter) && (
        <Checkbox
          checked={completionWithLetter !== undefined}
          onChange={({ target }) =>
            onChange({ completionWithLetter: target.checked ? completion : undefined })
          }
        >
          {t('draft.withLetterToo')}
        </Checkbox>
      )}
      {completionWithLetter && (
        <FieldRow field="completionWithLetter">
          {() => (
            <ChannelRules
              value={completionWithLetter}
              onChange={(next) => onChange({ completionWithLetter: next })}
            />
          )}
        </FieldRow>
      )}
    </>
  );
}

function ChannelRules({ value, onChange }: { value: ByChannel; onChange: (value: ByChannel) => void }) {
  const t = usePoliciesTexts();
  const { fieldName } = usePolicyWords();
  const codeName = useCodeName();
  const { default: otherwise, ...named } = value;
  const nameOf = (channel: string) => (channel === 'default' ? fieldName('default') : codeName(channel));
  const free = channelSchema.options.filter((channel) => value[channel] === undefined);
  const rule = (channel: string, completion: Completion) => (
    <Flex key={channel} gap={8} align="center" wrap>
      <Typography.Text style={{ flex: '0 0 100px' }}>{nameOf(channel)}</Typography.Text>
      <div style={{ flex: '1 1 180px' }}>
        <CodeSelect
          label={nameOf(channel)}
          codes={completionSchema.options}
          value={completion}
          onChange={(next) => onChange({ ...value, [channel]: next })}
        />
      </div>
      <Button
        type="text"
        icon={<DeleteOutlined />}
        aria-label={t('draft.remove')}
        disabled={channel === 'default'}
        onClick={() => {
          const { [channel]: _, ...left } = named;
          onChange({ ...left, default: otherwise });
        }}
      />
    </Flex>
  );
  return (
    <Flex vertical gap={6}>
      {Object.entries(named).map(([channel, completion]) => rule(channel, completion))}
      {rule('default', otherwise)}
      <Select<string>
        aria-label={t('draft.add')}
        placeholder={t('draft.add')}
        style={{ maxWidth: 240 }}
        value={null}
        options={free.map((channel) => ({ value: channel, label: nameOf(channel) }))}
        onChange={(channel) => onChange({ ...value, [channel]: otherwise })}
      />
    </Flex>
  );
}
