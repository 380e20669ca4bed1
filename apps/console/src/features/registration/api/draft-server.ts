import { api } from '../../../lib/api-client';
import { getFiling } from '../../../lib/filing-details';
import { newKey } from '../../../lib/new-key';
import type { DraftCopy, DraftServer } from '../draft/draft-state';

async function read(filingId: string): Promise<DraftCopy> {
  const { revision, insuredRegion, channel, data } = await getFiling(filingId);
  return { filingId, revision, insuredRegion, channel, data };
}

/** The draft's requests: the first one creates it, the others say what changed. */
export const draftServer: DraftServer = {
  save: ({ filingId, revision, idempotencyKey, insuredRegion, channel, patch }) =>
    filingId === undefined
      ? api.post('/filings', { idempotencyKey, body: { insuredRegion, channel, data: patch } })
      : api.patch(`/filings/${filingId}/draft`, {
          idempotencyKey,
          revision,
          body: { insuredRegion, data: patch },
        }),
  read,
  newKey,
  now: () => Date.now(),
};
