import type { Channel, FilingSummary } from '@anjuan/contracts';
import type {
  EvidenceItem,
  Filing,
  FilingData,
  FilingStatus,
  Submission,
  TimelineEntry,
} from '@anjuan/filing-intake-domain';
import { useQuery } from '@tanstack/react-query';
import { api } from './api-client';

/** A file that was handed in, and who did. */
export interface AttachedFile extends EvidenceItem {
  readonly attachedBy?: string;
  readonly attachedAt?: string;
}

/** One filing with everything that a case page shows. */
export interface FilingDetails
  extends Pick<Filing, 'letter' | 'pending' | 'promised' | 'originalsSeen' | 'suspended' | 'supersession'> {
  readonly filingId: string;
  /** What the next command names in `If-Match`. */
  readonly revision: number;
  readonly status: FilingStatus;
  readonly channel: Channel;
  readonly insuredRegion: string;
  readonly treatmentRegion?: string;
  readonly personId?: string;
  readonly data: FilingData;
  /** The filing as submitted or in force. */
  readonly summary?: FilingSummary;
  /** The latest submission with its checks. */
  readonly submission?: Submission;
  readonly submittedAt?: string;
  readonly notice?: { readonly version: string };
  readonly evidence: readonly AttachedFile[];
  /** How the latest registration with the national platform goes. */
  readonly upload: {
    readonly status: 'nothing' | 'due' | 'uploaded' | 'failed';
    readonly registration: number;
    readonly attempts?: number;
  };
  readonly dueOn?: string;
  readonly timeline: readonly TimelineEntry[];
}

/** @throws Problem, Unreachable */
export const getFiling = (filingId: string, signal?: AbortSignal): Promise<FilingDetails> =>
  api.get<FilingDetails>(`/filings/${filingId}`, {}, signal);

/** How the query of one filing is known. */
export const filingDetailsKey = (filingId: string | undefined) => ['filing', 'details', filingId];

/** One filing, refreshed when filings change. */
export const useFilingDetails = (filingId: string | undefined) =>
  useQuery({
    queryKey: filingDetailsKey(filingId),
    queryFn: ({ signal }) => getFiling(filingId ?? '', signal),
    enabled: filingId !== undefined,
  });
