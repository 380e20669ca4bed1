import type { AreaTree } from '@anjuan/contracts';
import type {
  AnyEvent,
  Clock,
  CommandSet,
  Consumer,
  EventDefinitions,
  EvidenceStore,
  KeyStore,
  Projection,
  Publisher,
  RejectionCatalogue,
  RunnableProcess,
  SendCommand,
  Timers,
} from '@anjuan/event-sourcing';
import type { QueryHandlers } from '../cqrs/query';
import type { ErasureRule } from './erasures';
import type { LiveReadModel } from './live-read-model';

/** What a context may use of the office: its read models, and what hashing, keys and time it needs. */
export interface ContextTools {
  readonly clock: Clock;
  readonly keys: KeyStore;
  readonly evidence: EvidenceStore;
  readonly readModel: (projection: Projection) => LiveReadModel;
  readonly areas: () => AreaTree;
  /** Keyed digest of an ID document: the same person gives the same digest, nobody can guess back. */
  readonly identityDigest: (idType: string, idNumber: string) => string;
  /** Digest of a JSON value's canonical form, 64 hex digits. */
  readonly digestOf: (value: unknown) => string;
  /** True for an active account that has a permission over an area, by its grants as the read model knows them. */
  readonly mayAct: (accountId: string, permission: string, area: string) => Promise<boolean>;
  /** One event of the log, its personal fields in plain text while their key exists. @throws when there is none */
  readonly recorded: (stream: string, revision: number) => Promise<AnyEvent>;
  /** For reactions of the system; people's commands go over the bus. */
  readonly send: SendCommand;
}

/** One bounded context, as the office runs it. A context appends only to the categories it names. */
export interface ContextDefinition {
  readonly name: string;
  readonly models: readonly { readonly category: string; readonly events: EventDefinitions }[];
  readonly commands: (tools: ContextTools) => readonly CommandSet[];
  readonly queries: (tools: ContextTools) => QueryHandlers;
  readonly projections: readonly Projection[];
  readonly publishers: readonly Publisher[];
  readonly consumers: (tools: ContextTools) => readonly Consumer[];
  readonly processes: readonly RunnableProcess[];
  readonly timers: readonly Timers[];
  readonly rejections: readonly RejectionCatalogue[];
  /** Events that erase a person. */
  readonly erasures?: readonly ErasureRule[];
}
