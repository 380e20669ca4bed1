import type { Page } from '@anjuan/event-sourcing';
import type { ContextTools } from '../office/context';
import type { AccessLogRow } from './access-log.projection';
import { accessLogEvents } from './access-log-stream';

type Shown = Omit<AccessLogRow, 'searched'> & { readonly text: string | null };

/** A page of the access log as it is shown, with what was searched for: opened from the log each time it is read. */
export async function shownAccess(
  { recorded }: ContextTools,
  { rows, next }: Page<AccessLogRow>,
): Promise<{ readonly rows: readonly Shown[]; readonly next: string | undefined }> {
  const shown = rows.map(async ({ id, row: { searched, ...row } }) => ({
    ...row,
    text: searched ? await searchedText(recorded, id) : null,
  }));
  return { rows: await Promise.all(shown), next };
}

/** @param id stream and revision, as the projection names its rows */
async function searchedText(recorded: ContextTools['recorded'], id: string): Promise<string | null> {
  const [stream = '', revision] = id.split('@');
  const event = await recorded(stream, Number(revision));
  return accessLogEvents.AccessRecorded.schema.parse(event.data).text ?? null;
}
