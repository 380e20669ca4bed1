import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Flex } from 'antd';
import type { ReactNode } from 'react';
import { usePoliciesTexts } from '../../../texts';

interface ListRowsProps<T> {
  readonly values: readonly T[];
  readonly onChange: (values: T[]) => void;
  /** What a new row starts as; rows are not added without it. */
  readonly fresh?: () => T;
  readonly row: (value: T, change: (value: T) => void) => ReactNode;
}

/** Rows that can be changed, moved, removed and added. */
export function ListRows<T>({ values, onChange, fresh, row }: ListRowsProps<T>) {
  const t = usePoliciesTexts();
  const swap = (at: number, other: number) => {
    const next = [...values];
    const [a, b] = [next[at], next[other]];
    if (a === undefined || b === undefined) return;
    next[at] = b;
    next[other] = a;
    onChange(next);
  };
  return (
    <Flex vertical gap={8}>
      {values.map((value, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows are told apart by where they stand
        <Flex key={at} gap={4} align="start">
          <div style={{ flex: 1, minWidth: 0 }}>
            {row(value, (changed) => onChange(values.map((each, index) => (index === at ? changed : each))))}
          </div>
          <Button
            type="text"
            size="small"
            icon={<ArrowUpOutlined />}
            aria-label={t('draft.up')}
            disabled={at === 0}
            onClick={() => swap(at, at - 1)}
          />
          <Button
            type="text"
            size="small"
            icon={<ArrowDownOutlined />}
            aria-label={t('draft.down')}
            disabled={at === values.length - 1}
            onClick={() => swap(at, at + 1)}
          />
          <Button
            type="text"
            size="small"
            danger
            icon={<DeleteOutlined />}
            aria-label={t('draft.remove')}
            onClick={() => onChange(values.filter((_, index) => index !== at))}
          />
        </Flex>
      ))}
      {fresh && (
        <div>
          <Button size="small" icon={<PlusOutlined />} onClick={() => onChange([...values, fresh()])}>
            {t('draft.add')}
          </Button>
        </div>
      )}
    </Flex>
  );
}
