import { askedSections } from '@anjuan/filing-intake-domain';
import type { FilingDetails } from '../../../lib/filing-details';
import { useDraft } from '../draft/draft-context';
import { DatesSection } from './dates-section';
import { KindSection } from './kind-section';
import { LetterSection } from './letter-section';
import { MaterialsSection } from './materials-section';
import { NoticeSection } from './notice-section';
import { AgentSection, ContactSection, EmployerSection } from './people-sections';
import { PersonSection } from './person-section';
import { ReferralSection } from './referral-section';

/** The parts of the form; which ones follows from kind, policy and who files. */
export function DraftSections({ filing }: { readonly filing: FilingDetails | undefined }) {
  const { state, policy, kind } = useDraft();
  const asked = kind ? askedSections(kind, state.data) : [];
  return (
    <>
      <PersonSection />
      <KindSection />
      {kind && (
        <>
          <DatesSection kind={kind} />
          <ContactSection />
          {asked.includes('agent') && <AgentSection />}
          {asked.includes('employer') && <EmployerSection />}
          {asked.includes('referral') && <ReferralSection />}
        </>
      )}
      {kind && policy && (
        <>
          <NoticeSection notice={policy.notice} filing={filing} />
          <MaterialsSection kind={kind} filing={filing} />
          {kind.letterAllowed && filing && (
            <LetterSection kind={kind} letter={policy.letter} filing={filing} />
          )}
        </>
      )}
    </>
  );
}
