import { FieldDiff } from '../../../components/field-diff';
import { useSharedTexts } from '../../../components/texts';
import { useFieldWords } from '../../../components/use-field-words';
import { useCaseTexts } from '../texts';
import { CaseCard } from './case-card';
import { useCase } from './case-context';

/** What a change or extension under review would bring about, beside what is in force. */
export function PendingRequest() {
  const t = useCaseTexts();
  const shared = useSharedTexts();
  const { label, show } = useFieldWords();
  const { pending, data, summary } = useCase().details;
  if (!pending || pending.subject === 'new') return null;
  const { applicant, contact, employer } = data;
  const before: Readonly<Record<string, unknown>> = {
    treatmentRegion: summary?.treatmentRegion,
    phone: applicant?.phone,
    address: applicant?.address,
    contactName: contact?.name,
    contactPhone: contact?.phone,
    employerName: employer?.name,
  };
  const changes = Object.entries(pending.changes).map(([path, value]) => ({
    field: label(path),
    before: show(path, before[path]),
    after: show(path, value),
  }));
  const end =
    pending.filing.endsOn === summary?.endsOn
      ? []
      : [{ field: label('endsOn'), before: summary?.endsOn, after: pending.filing.endsOn }];
  return (
    <CaseCard title={`${t('section.request')}${t('colon')}${shared(`subject.${pending.subject}`)}`}>
      <FieldDiff changes={[...changes, ...end]} />
    </CaseCard>
  );
}
