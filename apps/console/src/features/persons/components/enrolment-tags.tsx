import type { Enrolment } from '@anjuan/filing-intake-domain';
import { Flex, Tag } from 'antd';
import { useFieldWords } from '../../../components/use-field-words';
import { usePersonsTexts } from '../texts';

const COLOURS = { '0': 'default', '1': 'success', '2': 'warning', '3': 'error', '4': 'default' } as const;

/** Whether an enrolment is normal. */
export function EnrolmentStatus({ status }: Pick<Enrolment, 'status'>) {
  const t = usePersonsTexts();
  return <Tag color={COLOURS[status]}>{t(`status.${status}`)}</Tag>;
}

/** Where and how a person is enrolled, in a line each. */
export function EnrolmentLines({ enrolments }: { readonly enrolments: readonly Enrolment[] }) {
  const { show } = useFieldWords();
  return (
    <Flex vertical gap={2}>
      {enrolments.map(({ insuredRegion, insuranceType, status }) => (
        <span key={`${insuredRegion} ${insuranceType}`} style={{ overflowWrap: 'anywhere' }}>
          {show('insuredRegion', insuredRegion)} {show('insuranceType', insuranceType)}{' '}
          <EnrolmentStatus status={status} />
        </span>
      ))}
    </Flex>
  );
}
