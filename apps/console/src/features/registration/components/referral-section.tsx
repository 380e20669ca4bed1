import { todayInChina } from '../../../lib/dates';
import { useBilingual } from '../../../lib/use-language';
import { useDraft } from '../draft/draft-context';
import { useRegistrationTexts } from '../texts';
import { DateField, SelectField, TextField, YesNoField } from './field';
import { Cell, Fields, Section } from './section';

/** What the sending hospital states (transaction 2501). */
export function ReferralSection() {
  const t = useRegistrationTexts();
  const inLanguage = useBilingual();
  const { policy } = useDraft();
  const reasons = (policy?.referralReasons ?? []).map(({ code, name }) => ({
    value: code,
    label: inLanguage(name),
  }));
  return (
    <Section title={t('section.referral')}>
      <Fields>
        <Cell>
          <TextField path="referral.sendingInstitutionName" required maxLength={200} />
        </Cell>
        <Cell>
          <TextField path="referral.sendingInstitutionCode" maxLength={12} />
        </Cell>
        <Cell>
          <TextField path="referral.receivingInstitutionName" maxLength={200} />
        </Cell>
        <Cell>
          <TextField path="referral.receivingInstitutionCode" maxLength={12} />
        </Cell>
        <Cell>
          <TextField path="referral.diagnosisCode" required maxLength={20} />
        </Cell>
        <Cell>
          <TextField path="referral.diagnosisName" required maxLength={100} />
        </Cell>
        <Cell>
          <DateField path="referral.referredOn" required max={todayInChina()} />
        </Cell>
        <Cell>
          <SelectField path="referral.reason" required choices={reasons} />
        </Cell>
        <Cell wide>
          <TextField path="referral.opinion" required maxLength={200} rows={2} />
        </Cell>
        <Cell wide>
          <TextField path="referral.condition" maxLength={2000} rows={2} />
        </Cell>
        <Cell wide>
          <YesNoField path="referral.hospitalAgrees" required />
        </Cell>
      </Fields>
    </Section>
  );
}
