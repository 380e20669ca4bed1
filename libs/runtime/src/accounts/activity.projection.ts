import {
  type EventDefinitions,
  type EventMeta,
  type Projection,
  projection,
  type Row,
  row,
} from '@anjuan/event-sourcing';
import { accessLogStream } from '../access-log/access-log-stream';

/** That an account caused an event; what the event says is read where the case is read. */
export interface ActivityRow extends Row {
  readonly accountId: string;
  readonly category: string;
  readonly stream: string;
  readonly revision: number;
  readonly type: string;
  readonly at: string;
}

/** Who acted; somebody the system acted for counts as the actor. Undefined for the system on its own. */
const actorOf = ({ actorId, metadata }: EventMeta): string | undefined =>
  metadata.actorKind === 'system' ? metadata.onBehalfOf : actorId;

const did = (category: string, type: string) =>
  row<ActivityRow, { data: unknown }>(
    (_, meta) => (actorOf(meta) === undefined ? [] : `${meta.stream}@${meta.revision}`),
    (_before, _data, meta) => ({
      accountId: actorOf(meta) ?? '',
      category,
      stream: meta.stream,
      revision: meta.revision,
      type,
      at: meta.recordedAt,
    }),
  );

/** Who did what, over all contexts: an index of the log by actor. What was looked at is in the access log. */
export const activityProjection = (
  models: readonly { readonly category: string; readonly events: EventDefinitions }[],
): Projection<ActivityRow> =>
  projection<ActivityRow>({
    name: 'activity',
    version: 1,
    indexes: [['accountId', 'at']],
    categories: models
      .filter(({ category }) => category !== accessLogStream.category)
      .map(({ category, events }) => ({
        category,
        on: Object.fromEntries(Object.keys(events).map((type) => [type, did(category, type)])),
      })),
  });
