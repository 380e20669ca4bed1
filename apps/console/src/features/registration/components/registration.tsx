import type { FilingData } from '@anjuan/filing-intake-domain';
import { Skeleton } from 'antd';
import { useEffect, useState } from 'react';
import { useNavigate } from 'react-router';
import { ProblemAlert } from '../../../components/problem-alert';
import { type FilingDetails, useFilingDetails } from '../../../lib/filing-details';
import { useShortcuts } from '../../../lib/use-shortcuts';
import { draftServer } from '../api/draft-server';
import { useDraftState } from '../draft/draft-context';
import { DraftSession } from '../draft/draft-session';
import type { DraftCopy } from '../draft/draft-state';
import { DraftForm } from './draft-form';
import { ResultPanel } from './result-panel';

/** What most people come with. */
const USUAL: FilingData = { applicant: { idType: '01' }, filedBy: 'self' };

/** A new filing: nothing is saved until the insured region is known. */
export function NewFiling() {
  const [session] = useState(() => new DraftSession(draftServer, { fresh: USUAL }));
  return <Registration session={session} />;
}

/** A draft, a filing that came back for a supplement, or what became of it. */
export function EditFiling({ filingId }: { readonly filingId: string }) {
  const { data, error, refetch } = useFilingDetails(filingId);
  const [session, setSession] = useState<DraftSession>();
  useEffect(() => {
    if (data) setSession((made) => made ?? new DraftSession(draftServer, { copy: copyOf(data) }));
  }, [data]);
  if (session) return <Registration session={session} />;
  if (error) return <ProblemAlert error={error} onRetry={() => void refetch()} />;
  return <Skeleton active paragraph={{ rows: 12 }} />;
}

/** States in which the form is open. */
const FILLED_IN: readonly string[] = ['draft', 'returned'];

const copyOf = ({ filingId, revision, insuredRegion, channel, data }: FilingDetails): DraftCopy => ({
  filingId,
  revision,
  insuredRegion,
  channel,
  data,
});

function Registration({ session }: { readonly session: DraftSession }) {
  const navigate = useNavigate();
  const filingId = useDraftState(session).copy?.filingId;
  const { data: details } = useFilingDetails(filingId);
  useEffect(() => () => session.stop(), [session]);
  useEffect(() => {
    // The address leads back to this draft after a reload; the page itself stays as it is.
    if (filingId !== undefined)
      window.history.replaceState(window.history.state, '', `/filings/${filingId}/edit`);
  }, [filingId]);
  useEffect(() => {
    if (details) session.adopt(copyOf(details));
  }, [details, session]);
  useShortcuts({ 'alt+n': () => void navigate('/filings/new') });
  if (details && !FILLED_IN.includes(details.status)) return <ResultPanel details={details} />;
  return <DraftForm session={session} filing={details} />;
}
