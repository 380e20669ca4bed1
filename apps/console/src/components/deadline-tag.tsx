import { ClockCircleOutlined, ExclamationCircleFilled } from '@ant-design/icons';
import { Flex, Tag } from 'antd';
import { useWorkCalendar, workingDaysUntil } from '../lib/work-calendars';
import { useSharedTexts } from './texts';

/** Last day on which to act and how many working days are left until it, in words and in colour. */
export function DeadlineTag({ dueOn }: { readonly dueOn: string }) {
  const t = useSharedTexts();
  const calendar = useWorkCalendar();
  const days = calendar && workingDaysUntil(calendar, dueOn);
  if (days === undefined) return <span className="num">{dueOn}</span>;
  const words =
    days < 0
      ? t('due.workingDaysOver', { days: -days })
      : days === 0
        ? t('due.today')
        : t('due.workingDaysLeft', { days });
  const colour = days < 0 ? 'error' : days <= 1 ? 'warning' : 'default';
  return (
    <Flex gap="2px 6px" wrap align="center" title={t('due.on', { date: dueOn })}>
      <Tag
        color={colour}
        style={{ margin: 0, whiteSpace: 'normal' }}
        icon={days < 0 ? <ExclamationCircleFilled /> : days <= 1 ? <ClockCircleOutlined /> : undefined}
      >
        {words}
      </Tag>
      <span className="num" style={{ whiteSpace: 'nowrap' }}>
        {dueOn}
      </span>
    </Flex>
  );
}
