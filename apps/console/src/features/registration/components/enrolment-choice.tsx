import { type Enrolment, isNormalOn } from '@anjuan/filing-intake-domain';
import { Button, Flex, Tag } from 'antd';
import { AreaName } from '../../../components/area-name';
import { useFieldWords } from '../../../components/use-field-words';
import { todayInChina } from '../../../lib/dates';
import { useDraft } from '../draft/draft-context';
import { useRegistrationTexts } from '../texts';

interface EnrolmentChoiceProps {
  readonly enrolments: readonly Enrolment[];
  readonly onChoose: (enrolment: Enrolment) => void;
}

/** The person's enrolments; the filing rests on one of them. */
export function EnrolmentChoice({ enrolments, onChoose }: EnrolmentChoiceProps) {
  const t = useRegistrationTexts();
  const { show } = useFieldWords();
  const { state } = useDraft();
  const chosen = (enrolment: Enrolment): boolean =>
    enrolment.insuredRegion === state.insuredRegion && enrolment.insuranceType === state.data.insuranceType;
  return (
    <Flex vertical gap={4} align="start">
      {enrolments.length > 1 && t('person.choose')}
      {enrolments.map((enrolment) => (
        <Button
          key={`${enrolment.insuredRegion} ${enrolment.insuranceType}`}
          size="small"
          type={chosen(enrolment) ? 'primary' : 'default'}
          aria-pressed={chosen(enrolment)}
          style={{ height: 'auto', whiteSpace: 'normal', textAlign: 'start' }}
          onClick={() => onChoose(enrolment)}
        >
          <AreaName code={enrolment.insuredRegion} /> {show('insuranceType', enrolment.insuranceType)}
          {!isNormalOn(enrolment, todayInChina()) && <Tag color="error">{t('person.notNormal')}</Tag>}
        </Button>
      ))}
    </Flex>
  );
}
