import { Button, Timeline, Typography } from 'antd';
import { useState } from 'react';
import { AccountName } from '../../../components/account-name';
import { showInstant } from '../../../lib/dates';
import type { TextKey } from '../../../lib/feature-texts';
import type { ReviewDetails } from '../../../lib/reviews-of-filing';
import { useCaseTexts } from '../texts';
import type { caseTextsZh } from '../texts-zh';
import { CaseCard } from './case-card';
import { useCase } from './case-context';
import { TimelineFacts } from './timeline-facts';

type EventName = Extract<TextKey<typeof caseTextsZh>, `event.${string}`>;

interface Entry {
  readonly key: string;
  readonly name: EventName;
  readonly recordedAt: string;
  /** The business date, where it is not the day of recording. */
  readonly effectiveOn?: string;
  readonly by: string;
  readonly facts: object;
  /** Order among what was recorded in the same moment: asked, reviewed, carried out. */
  readonly rank: number;
  readonly revision: number;
}

/** Steps of filling in; shown on demand. */
const MINOR: ReadonlySet<string> = new Set([
  'event.DraftRevised',
  'event.ApplicantIdentified',
  'event.EvidenceRemoved',
  'event.OriginalSeen',
  'event.ReviewReminded',
]);

const GOOD: ReadonlySet<string> = new Set([
  'event.FilingApproved',
  'event.FilingActivated',
  'event.ReviewApproved',
]);
const BAD: ReadonlySet<string> = new Set([
  'event.FilingRejected',
  'event.FilingRevoked',
  'event.ReviewRejected',
  'event.CommitmentBreached',
  'event.ReviewEscalated',
  'event.FilingUploadFailed',
]);

/** What the filing does because a review decided it. */
const CARRIED_OUT: ReadonlySet<string> = new Set([
  'SupplementAsked',
  'FilingApproved',
  'FilingRejected',
  'FilingCorrected',
  'FilingActivated',
  'FilingChanged',
  'FilingExtended',
  'RequestRejected',
  'FilingUploaded',
]);

const colourOf = (name: string): string => (GOOD.has(name) ? 'green' : BAD.has(name) ? 'red' : 'gray');

/** Everything that happened to the filing and its reviews: who, when recorded, since when in effect, what changed. */
export function CaseTimeline({ reviews }: { readonly reviews: readonly ReviewDetails[] }) {
  const t = useCaseTexts();
  const { details } = useCase();
  const [all, setAll] = useState(false);
  const entries = [...details.timeline.map(ofFiling), ...reviews.flatMap(ofReview)].sort(latestFirst);
  const shown = all ? entries : entries.filter(({ name }) => !MINOR.has(name));
  return (
    <CaseCard
      title={t('section.timeline')}
      extra={
        (all || shown.length < entries.length) && (
          <Button size="small" type="text" onClick={() => setAll(!all)}>
            {all ? t('timeline.less') : t('timeline.more', { count: entries.length })}
          </Button>
        )
      }
    >
      <Timeline
        style={{ marginTop: 8 }}
        items={shown.map((entry) => ({
          key: entry.key,
          color: colourOf(entry.name),
          content: <OneEntry entry={entry} />,
        }))}
      />
    </CaseCard>
  );
}

const ofFiling = (entry: ReturnType<typeof useCase>['details']['timeline'][number]): Entry => ({
  key: entry.eventId,
  name: `event.${entry.type}`,
  recordedAt: entry.recordedAt,
  effectiveOn: entry.effectiveOn,
  by: entry.actorId,
  facts: entry.facts,
  rank: CARRIED_OUT.has(entry.type) ? 2 : 0,
  revision: entry.revision,
});

const ofReview = ({ reviewId, timeline }: ReviewDetails): readonly Entry[] =>
  timeline.map(({ type, at, by, revision, said }) => ({
    key: `${reviewId} ${revision}`,
    name: `event.${type}`,
    recordedAt: at,
    by,
    facts: said,
    rank: 1,
    revision,
  }));

const latestFirst = (a: Entry, b: Entry): number =>
  b.recordedAt.localeCompare(a.recordedAt) || b.rank - a.rank || b.revision - a.revision;

function OneEntry({ entry }: { readonly entry: Entry }) {
  const t = useCaseTexts();
  const { name, recordedAt, effectiveOn, by, facts } = entry;
  const recorded = showInstant(recordedAt);
  const backdated = effectiveOn !== undefined && !recorded.startsWith(effectiveOn);
  return (
    <div>
      <Typography.Text strong>{t(name)}</Typography.Text>{' '}
      <Typography.Text type="secondary">
        {by.startsWith('system') ? t('timeline.system') : <AccountName id={by} />}{' '}
        <span className="num">{recorded}</span>
        {backdated && <span className="num"> · {t('timeline.effective', { date: effectiveOn })}</span>}
      </Typography.Text>
      <TimelineFacts facts={facts} />
    </div>
  );
}
