import type { InsuranceArea } from '@anjuan/contracts';
import { Cascader } from 'antd';
import { useMemo } from 'react';
import { areaName, useAreaDirectory } from '../lib/areas';
import { useSharedTexts } from './texts';

interface AreaPickerProps {
  readonly id?: string;
  readonly value: string | undefined;
  readonly onChange: (code: string | undefined) => void;
  /** Which areas may be chosen; all when left out. */
  readonly selectable?: (area: InsuranceArea) => boolean;
  readonly placeholder?: string;
  readonly disabled?: boolean;
  readonly status?: 'error';
  readonly allowClear?: boolean;
}

interface Option {
  readonly value: string;
  readonly label: string;
  readonly disabled?: boolean;
  readonly children?: Option[];
}

type Areas = ReadonlyMap<string, InsuranceArea>;

/** Chooses an area in two levels, province and prefecture or pool, or by typing a part of its name. */
export function AreaPicker(props: AreaPickerProps) {
  const { id, value, onChange, selectable, placeholder, disabled, status, allowClear = true } = props;
  const t = useSharedTexts();
  const areas = useAreaDirectory();
  const options = useMemo(() => (areas ? optionsOf(areas, selectable) : []), [areas, selectable]);
  return (
    <Cascader
      id={id}
      style={{ width: '100%' }}
      options={options}
      value={value === undefined ? [] : pathOf(areas, value)}
      onChange={(path) => onChange(path?.at(-1))}
      changeOnSelect={false}
      expandTrigger="click"
      loading={!areas}
      disabled={disabled}
      status={status}
      allowClear={allowClear}
      placeholder={placeholder ?? t('area.choose')}
      notFoundContent={t('area.none')}
      displayRender={() => (value === undefined ? '' : areaName(areas, value))}
      showSearch={{ filter: matches, limit: 50 }}
    />
  );
}

/** Below each province its own entry, where the province itself may be chosen, and what lies in it. */
function optionsOf(areas: Areas, selectable: (area: InsuranceArea) => boolean = () => true): Option[] {
  const all = [...areas.values()].sort((a, b) => a.code.localeCompare(b.code));
  return all
    .filter(({ level }) => level === 'province')
    .map((province) => {
      const inside = all.filter(({ parent }) => parent === province.code);
      const offered = [province, ...inside].filter(selectable);
      const children = offered.map(({ code, name }) => ({ value: code, label: name }));
      return {
        value: `in-${province.code}`,
        label: province.name,
        disabled: children.length === 0,
        children,
      };
    });
}

const pathOf = (areas: Areas | undefined, code: string): string[] => {
  const area = areas?.get(code);
  if (!area) return [code];
  return [`in-${area.level === 'province' ? code : area.parent}`, code];
};

const matches = (typed: string, path: readonly { label?: unknown; value?: unknown }[]): boolean =>
  path.some(
    ({ label, value }) => String(label).includes(typed) || String(value).replace('in-', '').startsWith(typed),
  );
