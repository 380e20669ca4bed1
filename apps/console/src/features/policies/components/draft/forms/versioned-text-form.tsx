import type { PolicyItems } from '@anjuan/contracts';
import { Input } from 'antd';
import { BilingualInput } from './bilingual-input';
import { FieldRow } from './field-row';

type VersionedText = PolicyItems['notice'];

interface VersionedTextFormProps<T extends VersionedText> {
  readonly value: T;
  readonly onChange: (value: T) => void;
}

/** A text that applicants accept: another wording needs another version. */
export function VersionedTextForm<T extends VersionedText>({ value, onChange }: VersionedTextFormProps<T>) {
  return (
    <>
      <FieldRow field="version">
        {(id) => (
          <Input
            id={id}
            value={value.version}
            status={value.version === '' ? 'error' : undefined}
            onChange={({ target }) => onChange({ ...value, version: target.value })}
          />
        )}
      </FieldRow>
      <BilingualInput long value={value} onChange={({ zh, en }) => onChange({ ...value, zh, en })} />
    </>
  );
}
