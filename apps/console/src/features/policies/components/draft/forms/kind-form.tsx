import {
  channelSchema,
  type FilingKindPolicy,
  filingKindPolicySchema,
  kindBehaviourSchema,
  nationalKindSchema,
  separationSchema,
} from '@anjuan/contracts';
import { Input, InputNumber, Switch } from 'antd';
import { usePolicyWords } from '../../../words';
import { BilingualInput } from './bilingual-input';
import { CodeSelect, CodesSelect } from './code-select';
import { CompletionForm } from './completion-form';
import { ExtensionForm } from './extension-form';
import { FieldRow } from './field-row';
import { MaterialsForm } from './materials-form';
import { ValidityForm } from './validity-form';

interface KindFormProps {
  readonly value: FilingKindPolicy;
  readonly onChange: (value: FilingKindPolicy) => void;
}

const { retroactive, bothWay, mayFile } = filingKindPolicySchema.shape;
const ASKS = ['admission', 'referral', 'employer'] as const;

/** Everything that is local policy about a kind. */
export function KindForm({ value, onChange }: KindFormProps) {
  const { unlimited } = usePolicyWords();
  const set = (changes: Partial<FilingKindPolicy>) => onChange({ ...value, ...changes });
  return (
    <>
      <FieldRow field="name">
        {(id) => <BilingualInput id={id} value={value.name} onChange={(name) => set({ name })} />}
      </FieldRow>
      <FieldRow field="formTitle">
        {(id) => (
          <Input
            id={id}
            value={value.formTitle}
            onChange={({ target }) => set({ formTitle: target.value })}
          />
        )}
      </FieldRow>
      <FieldRow field="nationalKind">
        {(id) => (
          <CodeSelect
            id={id}
            codes={nationalKindSchema.options}
            value={value.nationalKind}
            onChange={(nationalKind) => set({ nationalKind })}
          />
        )}
      </FieldRow>
      <FieldRow field="behaviour">
        {(id) => (
          <CodeSelect
            id={id}
            codes={kindBehaviourSchema.options}
            value={value.behaviour}
            onChange={(behaviour) => set({ behaviour })}
          />
        )}
      </FieldRow>
      <FieldRow field="materials">
        {() => <MaterialsForm value={value.materials} onChange={(materials) => set({ materials })} />}
      </FieldRow>
      <FieldRow field="letterAllowed">
        {(id) => (
          <Switch id={id} checked={value.letterAllowed} onChange={(on) => set({ letterAllowed: on })} />
        )}
      </FieldRow>
      <CompletionForm value={value} onChange={set} />
      <FieldRow field="separation">
        {(id) => (
          <CodeSelect
            id={id}
            codes={separationSchema.options}
            value={value.separation}
            onChange={(separation) => set({ separation })}
          />
        )}
      </FieldRow>
      <FieldRow field="validity">
        {() => <ValidityForm value={value.validity} onChange={(validity) => set({ validity })} />}
      </FieldRow>
      <FieldRow field="extension">
        {() => <ExtensionForm value={value.extension} onChange={(extension) => set({ extension })} />}
      </FieldRow>
      <FieldRow field="backdatingDays">
        {(id) => (
          <InputNumber
            id={id}
            min={0}
            precision={0}
            placeholder={unlimited}
            value={value.backdatingDays}
            onChange={(backdatingDays) => set({ backdatingDays })}
          />
        )}
      </FieldRow>
      <FieldRow field="minimumHoldingMonths">
        {(id) => (
          <InputNumber
            id={id}
            min={0}
            max={6}
            precision={0}
            value={value.minimumHoldingMonths}
            onChange={(months) => months !== null && set({ minimumHoldingMonths: months })}
          />
        )}
      </FieldRow>
      <FieldRow field="retroactive">
        {(id) => (
          <CodeSelect
            id={id}
            codes={retroactive.options}
            value={value.retroactive}
            onChange={(when) => set({ retroactive: when })}
          />
        )}
      </FieldRow>
      <FieldRow field="bothWay">
        {(id) => (
          <CodeSelect
            id={id}
            codes={bothWay.options}
            value={value.bothWay}
            onChange={(when) => set({ bothWay: when })}
          />
        )}
      </FieldRow>
      <FieldRow field="mayFile">
        {(id) => (
          <CodesSelect
            id={id}
            codes={mayFile.element.options}
            value={value.mayFile}
            onChange={(who) => set({ mayFile: who })}
          />
        )}
      </FieldRow>
      <FieldRow field="channels">
        {(id) => (
          <CodesSelect
            id={id}
            codes={channelSchema.options}
            value={value.channels}
            onChange={(channels) => set({ channels })}
          />
        )}
      </FieldRow>
      <FieldRow field="asks">
        {(id) => (
          <CodesSelect
            id={id}
            codes={ASKS}
            value={ASKS.filter((what) => value.asks[what])}
            onChange={(chosen) =>
              set({
                asks: {
                  admission: chosen.includes('admission'),
                  referral: chosen.includes('referral'),
                  employer: chosen.includes('employer'),
                },
              })
            }
          />
        )}
      </FieldRow>
    </>
  );
}
