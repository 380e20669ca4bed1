import { Badge, Tabs } from 'antd';
import { useReviewCounts } from '../api/count-reviews';
import { useReviewTotal } from '../api/find-reviews';
import { useReviewsTexts } from '../texts';
import { apiFilters, TABS, type Tab, useSoon } from './use-queue-filters';

interface QueueTabsProps {
  readonly tab: Tab;
  readonly onChange: (tab: Tab) => void;
}

/** Ways to look at the queue, each with how many it holds. */
export function QueueTabs({ tab, onChange }: QueueTabsProps) {
  const t = useReviewsTexts();
  const { data: counts } = useReviewCounts();
  const { data: soon } = useReviewTotal(apiFilters('soon', {}, useSoon()));
  const countOf = (at: Tab): number | undefined => {
    if (at === 'soon') return soon;
    return at === 'decided' ? undefined : counts?.[at];
  };
  return (
    <Tabs
      activeKey={tab}
      onChange={(key) => onChange(TABS.find((at) => at === key) ?? 'open')}
      items={TABS.map((at) => ({
        key: at,
        label: (
          <span title={at === 'soon' ? t('soonHint') : undefined}>
            {t(`tab.${at}`)}{' '}
            {countOf(at) !== undefined && (
              <Badge
                count={countOf(at)}
                showZero
                overflowCount={99_999}
                color={at === 'overdue' && countOf(at) !== 0 ? '#c0352b' : '#5a6666'}
              />
            )}
          </span>
        ),
      }))}
    />
  );
}
