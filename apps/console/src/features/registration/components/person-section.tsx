import { factsOfDocument, isIdNumber } from '@anjuan/filing-intake-domain';
import { SearchOutlined } from '@ant-design/icons';
import { Alert, Button } from 'antd';
import { useEffect } from 'react';
import { ProblemAlert } from '../../../components/problem-alert';
import { type EnrolledIn, type LookedUpPerson, useLookUpPerson } from '../api/look-up-person';
import { useDraft } from '../draft/draft-context';
import { documentOf } from '../draft/draft-problems';
import { useRegistrationTexts } from '../texts';
import { ChannelField } from './channel-field';
import { EnrolmentChoice } from './enrolment-choice';
import { DateField, RadioField, SelectField, TextField } from './field';
import { RegionField } from './region-field';
import { Cell, Fields, Section } from './section';
import { useChoices } from './use-choices';

/** Document first: with a valid number the register fills in the rest, as far as it knows the person. */
export function PersonSection() {
  const t = useRegistrationTexts();
  const { session, state } = useDraft();
  const lookUp = useLookUpPerson();
  const choices = useChoices();
  const document = documentOf(state.data.applicant);
  const valid = document !== undefined && isIdNumber(document);
  const asked = valid ? `${document.idType} ${document.idNumber}` : undefined;

  const fill = ({ person, prefill }: LookedUpPerson): void => {
    const facts = document && factsOfDocument(document);
    session.edit({ applicant: { ...facts, ...known(person) } });
    if (prefill) choose(prefill);
  };
  const choose = ({ insuredRegion, insuranceType }: EnrolledIn): void => {
    session.edit({ insuranceType });
    session.chooseRegion(insuredRegion);
  };
  const ask = (): void => {
    if (document && valid) lookUp.mutate(document, { onSuccess: fill });
  };
  const isNew = state.copy === undefined;
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once for each valid number that is typed
  useEffect(() => {
    if (isNew && asked !== undefined) ask();
  }, [asked, isNew]);

  return (
    <Section title={t('section.person')} extra={<ChannelField />}>
      <Fields>
        <Cell>
          <SelectField path="applicant.idType" required choices={choices.idTypes} />
        </Cell>
        <Cell>
          <TextField
            path="applicant.idNumber"
            required
            maxLength={50}
            autoFocus={isNew}
            onEnter={ask}
            suffix={
              <Button
                size="small"
                type="text"
                icon={<SearchOutlined />}
                aria-label={t('person.lookUp')}
                title={t('person.lookUp')}
                disabled={!valid}
                loading={lookUp.isPending}
                onClick={ask}
              />
            }
          />
        </Cell>
      </Fields>
      <LookUpAnswer answer={lookUp.data} error={lookUp.error} onChoose={choose} />
      <Fields>
        <Cell>
          <TextField path="applicant.name" required maxLength={50} />
        </Cell>
        <Cell>
          <TextField path="applicant.phone" required maxLength={30} inputMode="tel" />
        </Cell>
        <Cell>
          <RadioField path="applicant.sex" required choices={choices.sexes} />
        </Cell>
        <Cell>
          <DateField path="applicant.birthDate" required />
        </Cell>
        <Cell>
          <RegionField />
        </Cell>
        <Cell>
          <SelectField path="insuranceType" required choices={choices.insuranceTypes} />
        </Cell>
        <Cell wide>
          <TextField path="applicant.address" maxLength={200} />
        </Cell>
        <Cell wide>
          <SelectField path="identityChecked" required choices={choices.identityChecks} />
        </Cell>
      </Fields>
    </Section>
  );
}

const known = (person: LookedUpPerson['person']) =>
  person && {
    name: person.name,
    ...(person.sex ? { sex: person.sex } : {}),
    ...(person.birthDate ? { birthDate: person.birthDate } : {}),
    ...(person.phone ? { phone: person.phone } : {}),
  };

interface AnswerProps {
  readonly answer: LookedUpPerson | undefined;
  readonly error: unknown;
  readonly onChoose: (enrolment: EnrolledIn) => void;
}

function LookUpAnswer({ answer, error, onChoose }: AnswerProps) {
  const t = useRegistrationTexts();
  if (error) return <ProblemAlert error={error} />;
  if (!answer) return null;
  const style = { marginBottom: 14 };
  if (!answer.found) return <Alert showIcon type="warning" title={t('person.unknown')} style={style} />;
  return (
    <Alert
      showIcon
      type="success"
      style={style}
      title={t('person.found')}
      description={<EnrolmentChoice enrolments={answer.enrolments} onChoose={onChoose} />}
    />
  );
}
