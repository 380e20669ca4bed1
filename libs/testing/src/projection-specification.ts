import {
  type AnyEvent,
  type Condition,
  chinaDateOf,
  type EventMeta,
  type Filter,
  type ProjectEvent,
  type Projection,
  type Row,
  type RowUpdate,
  streamName,
  unchanged,
} from '@anjuan/event-sourcing';
import { CLERK, MONDAY_MORNING, nthId } from './decider-specification';

type AnyUpdate = RowUpdate<Row, { data: unknown }>;

/** An event of a category, or a message of a topic, as a projection meets it. */
export interface Happening {
  readonly source: { readonly category: string } | { readonly topic: string };
  /** Id of the stream, or key of the message. */
  readonly id: string;
  readonly type: string;
  readonly data: object;
  readonly at?: string;
  readonly by?: string;
  readonly effectiveOn?: string;
  readonly metadata?: Readonly<Record<string, string>>;
}

type More = Pick<Happening, 'at' | 'by' | 'effectiveOn' | 'metadata'>;

/** An event that a stream recorded. */
export const recorded = (
  category: string,
  id: string,
  event: { type: string; data: object },
  more: More = {},
): Happening => ({ source: { category }, id, type: event.type, data: event.data, ...more });

/** A message that another context published. */
export const published = (
  topic: string,
  key: string,
  type: string,
  data: object,
  more: More = {},
): Happening => ({ source: { topic }, id: key, type, data, ...more });

/**
 * Given what happened, then these rows.
 * @example projectionSpecification(courts).given(recorded('court', '1', booked)).thenRow('1', { free: false })
 */
export const projectionSpecification = (projection: Projection) => ({
  given: (...happenings: readonly Happening[]) => {
    const rows = project(projection, happenings);
    return {
      /** The row has these fields; others are not looked at. */
      thenRow: (id: string, expected: object): void => expect(rows.get(id)).toMatchObject(expected),
      thenNoRow: (id: string): void => expect(rows.get(id)).toBeUndefined(),
      /** All rows, in order of id. */
      thenRows: (expected: readonly object[]): void =>
        expect([...rows].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row)).toMatchObject(expected),
      rows,
      /** What the search finds: the texts of a row. */
      thenSearchText: (id: string, expected: readonly string[]): void => {
        const row = rows.get(id);
        expect(row && projection.search?.(row)).toEqual(expected);
      },
    };
  },
});

/** The rows that these happenings add up to, by the rules that the runner applies too. */
function project(projection: Projection, happenings: readonly Happening[]): ReadonlyMap<string, Row> {
  const rows = new Map<string, Row>();
  const revisions = new Map<string, number>();
  for (const [n, happening] of happenings.entries()) {
    const rule = ruleOf(projection, happening);
    const meta = metaOf(happening, n, revisions);
    if (!rule) continue;
    const data = happening.data as AnyEvent['data'];
    for (const id of targetsOf(rule.target(data, meta), rows)) {
      const after = rule.update(rows.get(id), data, meta, id);
      if (after) rows.set(id, after);
      else rows.delete(id);
    }
  }
  return rows;
}

function ruleOf(projection: Projection, { source, type }: Happening): AnyUpdate | undefined {
  if ('topic' in source) {
    return projection.topics.find(({ topic }) => topic === source.topic)?.on[type] as AnyUpdate | undefined;
  }
  const category = projection.categories.find((candidate) => candidate.category === source.category);
  const on = category?.on as Readonly<Record<string, ProjectEvent<Row, { data: unknown }>>> | undefined;
  const rule = on?.[type];
  if (!rule) throw new Error(`${projection.name} says nothing about ${source.category} ${type}`);
  return rule === unchanged ? undefined : (rule as AnyUpdate);
}

function metaOf(happening: Happening, n: number, revisions: Map<string, number>): EventMeta {
  const { source, id } = happening;
  const stream = 'topic' in source ? source.topic : streamName(source.category, id);
  const revision = 'topic' in source ? -1 : (revisions.get(stream) ?? -1) + 1;
  revisions.set(stream, revision);
  const recordedAt = happening.at ?? MONDAY_MORNING;
  return {
    id: nthId(1_000 + n),
    stream,
    streamId: id,
    revision,
    position: BigInt(n),
    recordedAt,
    effectiveOn: happening.effectiveOn ?? chinaDateOf(recordedAt),
    actorId: happening.by ?? CLERK.accountId,
    metadata: { channel: 'counter', ...happening.metadata },
  };
}

const targetsOf = (
  target: string | readonly string[] | { readonly where: Filter },
  rows: ReadonlyMap<string, Row>,
): readonly string[] => {
  if (typeof target === 'string') return [target];
  if ('where' in target) return [...rows].filter(([, row]) => matches(row, target.where)).map(([id]) => id);
  return target;
};

const matches = (row: Row, filter: Filter): boolean =>
  Object.entries(filter).every(([field, condition]) => holds(valueAt(row, field), condition));

const valueAt = (row: Row, field: string): unknown =>
  field.split('.').reduce<unknown>((at, name) => (at as Row | undefined)?.[name], row) ?? null;

function holds(value: unknown, condition: Condition): boolean {
  if ('eq' in condition) return value === condition.eq;
  if ('ne' in condition) return value !== condition.ne;
  if ('in' in condition) return condition.in.some((candidate) => candidate === value);
  if (typeof value !== 'string' && typeof value !== 'number') return false;
  const { gte, gt, lte, lt } = condition;
  return (
    (gte === undefined || value >= gte) &&
    (gt === undefined || value > gt) &&
    (lte === undefined || value <= lte) &&
    (lt === undefined || value < lt)
  );
}
