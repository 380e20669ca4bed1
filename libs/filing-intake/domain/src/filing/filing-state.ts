import type { Channel, FilingSummary, filingTopic, MessageData } from '@anjuan/contracts';
import type { CommandOf, EventOf } from '@anjuan/event-sourcing';
import type { EvidenceItem } from './evidence';
import type { filingCommands } from './filing.commands';
import type { filingEvents } from './filing.events';
import type { FilingChange, FilingData } from './filing-data';

export type FilingEvent = EventOf<typeof filingEvents>;
export type FilingCommand = CommandOf<typeof filingCommands>;
export type FilingEventData<T extends FilingEvent['type']> = Extract<FilingEvent, { type: T }>['data'];
export type SubmissionSubject = MessageData<typeof filingTopic, 'FilingSubmitted'>['subject'];

/**
 * Where a filing stands. Approved: decided, its start lies ahead. Side states are flags: suspended, promised proof,
 * a pending request; the upload to the national platform is an axis of its own, in a stream of its own.
 */
export type FilingStatus =
  | 'absent'
  | 'draft'
  | 'discarded'
  | 'submitted'
  | 'returned'
  | 'withdrawn'
  | 'rejected'
  | 'approved'
  | 'active'
  | 'expired'
  | 'cancelled'
  | 'revoked'
  | 'superseded';

/** A submission that waits for its review. */
export interface PendingSubmission {
  readonly submission: number;
  readonly subject: SubmissionSubject;
  /** What the filing is once granted. */
  readonly filing: FilingSummary;
  readonly changes: FilingChange;
  readonly promised: readonly string[];
  /** Items asked for, while it is back with the applicant. */
  readonly returned?: readonly string[];
}

export interface SignedLetter {
  readonly version: string;
  readonly signature: 'ticked' | 'drawn' | 'paper';
  readonly evidenceId?: string;
  readonly signedOn: string;
}

/** The promise of a commitment letter after approval. */
export interface Promised {
  readonly state: 'open' | 'kept' | 'breached';
  /** Materials that the letter stands in for. */
  readonly items: readonly string[];
  readonly dueOn?: string;
  readonly overdue: boolean;
}

/** The state of a filing: the fold of its events. */
export interface Filing {
  readonly status: FilingStatus;
  readonly filingId: string;
  readonly insuredRegion: string;
  readonly channel: Channel;
  readonly draftedBy: string;
  readonly data: FilingData;
  readonly personId?: string;
  readonly evidence: readonly EvidenceItem[];
  readonly originalsSeen: readonly string[];
  readonly noticeVersion?: string;
  readonly letter?: SignedLetter;
  /** How many submissions there were, of the filing and of requests about it. */
  readonly submissions: number;
  readonly pending?: PendingSubmission;
  /** What was submitted or is in force. */
  readonly summary?: FilingSummary;
  /** Revision of the last event that changed what a reviewer decides about. */
  readonly contentRevision: number;
  /** Reviews whose decision was carried out or refused. */
  readonly decidedReviews: readonly string[];
  readonly promised?: Promised;
  readonly suspended: boolean;
  readonly supersession?: { readonly by: string; readonly endsOn: string };
  /** Events of the settlement that a deemed filing has taken in. */
  readonly deemedEvents: readonly string[];
  /** How often there was something to register with the national platform; the upload itself has its own stream. */
  readonly registration: number;
}

export const absentFiling: Filing = {
  status: 'absent',
  filingId: '',
  insuredRegion: '',
  channel: 'counter',
  draftedBy: '',
  data: {},
  evidence: [],
  originalsSeen: [],
  submissions: 0,
  contentRevision: -1,
  decidedReviews: [],
  suspended: false,
  deemedEvents: [],
  registration: 0,
};

/** Settles at present or from its start on. */
export const isInForce = ({ status }: Filing): boolean => status === 'approved' || status === 'active';

/** The content can still be edited: a draft, or back for a supplement. */
export const isEditable = ({ status, pending }: Filing): boolean =>
  status === 'draft' || status === 'returned' || pending?.returned !== undefined;
