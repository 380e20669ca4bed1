import { Button } from 'antd';
import { useDraft } from '../draft/draft-context';
import { useRegistrationTexts } from '../texts';
import { DateField, SelectField, TextField } from './field';
import { Cell, Fields, Section } from './section';
import { useChoices } from './use-choices';

/** Whom the bureau calls. */
export function ContactSection() {
  const t = useRegistrationTexts();
  const { session, state } = useDraft();
  const { applicant } = state.data;
  return (
    <Section
      title={t('section.contact')}
      extra={
        <Button
          size="small"
          disabled={!applicant?.name && !applicant?.phone}
          onClick={() => session.edit({ contact: { name: applicant?.name, phone: applicant?.phone } })}
        >
          {t('contact.same')}
        </Button>
      }
    >
      <Fields>
        <Cell>
          <TextField path="contact.name" required maxLength={50} />
        </Cell>
        <Cell>
          <TextField path="contact.phone" required maxLength={30} inputMode="tel" />
        </Cell>
      </Fields>
    </Section>
  );
}

/** 代办人: whoever files for the person. */
export function AgentSection() {
  const t = useRegistrationTexts();
  const { idTypes, relations } = useChoices();
  return (
    <Section title={t('section.agent')}>
      <Fields>
        <Cell>
          <TextField path="agent.name" required maxLength={50} />
        </Cell>
        <Cell>
          <SelectField path="agent.relation" required choices={relations} />
        </Cell>
        <Cell>
          <SelectField path="agent.idType" required choices={idTypes} />
        </Cell>
        <Cell>
          <TextField path="agent.idNumber" required maxLength={50} />
        </Cell>
        <Cell>
          <TextField path="agent.phone" required maxLength={30} inputMode="tel" />
        </Cell>
        <Cell>
          <TextField path="agent.address" required maxLength={200} />
        </Cell>
      </Fields>
    </Section>
  );
}

/** The employer who posts the person, or who collected the filing. */
export function EmployerSection() {
  const t = useRegistrationTexts();
  return (
    <Section title={t('section.employer')}>
      <Fields>
        <Cell>
          <TextField path="employer.name" required maxLength={200} />
        </Cell>
        <Cell>
          <TextField path="employer.number" maxLength={40} />
        </Cell>
        <Cell>
          <DateField path="employer.confirmedOn" />
        </Cell>
      </Fields>
    </Section>
  );
}
