import { DatePicker, Flex, Skeleton } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { ProblemAlert } from '../../../components/problem-alert';
import { usePolicyInForce } from '../api/resolve-policy';
import { usePoliciesTexts } from '../texts';
import { ItemsView } from './view/items-view';

/** What holds in an area on a day, item by item with where it comes from. */
export function ResolvedPanel({ area }: { readonly area: string }) {
  const t = usePoliciesTexts();
  const [on, setOn] = useState<string>();
  const { data, error, refetch } = usePolicyInForce(area, on);
  return (
    <Flex vertical gap={12}>
      <Flex gap={8} align="center" component="label">
        {t('on')}
        <DatePicker
          value={dayjs(on ?? data?.on)}
          onChange={(day) => setOn(day?.format('YYYY-MM-DD'))}
          allowClear={on !== undefined}
        />
      </Flex>
      <ProblemAlert error={error} onRetry={() => void refetch()} />
      {data && !error ? (
        <ItemsView items={data.items} origins={data.origins} area={area} />
      ) : (
        !error && <Skeleton active />
      )}
    </Flex>
  );
}
