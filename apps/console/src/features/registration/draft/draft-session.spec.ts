import { applyPatch, type FilingData } from '@anjuan/filing-intake-domain';
import { Problem, Unreachable } from '../../../lib/problem';
import { DraftSession } from './draft-session';
import type { DraftCopy, DraftServer, SaveRequest } from './draft-state';

const FILING = '0195f0a0-0000-7000-8000-000000000001';
const REGION = '350200';

const stale = () =>
  new Problem({
    status: 412,
    code: 'request.stale-revision',
    messages: { zh: '', en: '' },
    next: { zh: '', en: '' },
    correlationId: 'c',
  });

/** One draft with the API's promises: revisions are checked, and a key is answered again with its first result. */
class Draft implements DraftServer {
  copy: DraftCopy | undefined;
  readonly requests: SaveRequest[] = [];
  /** The next so many requests are lost: before they arrive, or their answers on the way back. */
  lost: ('request' | 'answer')[] = [];
  private readonly answered = new Map<string, { id: string; revision: number }>();
  private keys = 0;

  async save(request: SaveRequest) {
    this.requests.push(request);
    const lost = this.lost.shift();
    if (lost === 'request') throw new Unreachable('network');
    const first = this.answered.get(request.idempotencyKey) ?? this.record(request);
    if (lost === 'answer') throw new Unreachable('network');
    return first;
  }

  private record({ revision, insuredRegion, channel, patch, idempotencyKey }: SaveRequest) {
    if (this.copy && revision !== this.copy.revision) throw stale();
    const data: FilingData = applyPatch(this.copy?.data ?? {}, patch);
    this.copy = { filingId: FILING, revision: (this.copy?.revision ?? -1) + 1, insuredRegion, channel, data };
    const answer = { id: FILING, revision: this.copy.revision };
    this.answered.set(idempotencyKey, answer);
    return answer;
  }

  async read(): Promise<DraftCopy> {
    if (!this.copy) throw new Unreachable('network');
    return this.copy;
  }

  changedElsewhere(data: FilingData): void {
    if (this.copy) this.copy = { ...this.copy, revision: this.copy.revision + 1, data };
  }

  newKey = () => `key-${++this.keys}`;
  now = () => 0;
}

async function begun() {
  const server = new Draft();
  const session = new DraftSession(server, { fresh: { filedBy: 'self' } });
  session.edit({ applicant: { name: '林一' } });
  session.chooseRegion(REGION);
  await session.flush();
  return { server, session };
}

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

it('saves nothing before the insured region is known, but knows that something was typed', async () => {
  const server = new Draft();
  const session = new DraftSession(server, { fresh: { filedBy: 'self' } });
  expect(session.hasUnsaved).toBe(false);
  session.edit({ note: '急' });
  await session.flush();
  expect(server.requests).toEqual([]);
  expect(session.hasUnsaved).toBe(true);
});

it('creates the draft once, then says only what changed', async () => {
  const { server, session } = await begun();
  session.edit({ note: '急' });
  await session.flush();
  expect(server.requests.map(({ filingId, revision, patch }) => ({ filingId, revision, patch }))).toEqual([
    { filingId: undefined, revision: undefined, patch: { filedBy: 'self', applicant: { name: '林一' } } },
    { filingId: FILING, revision: 0, patch: { note: '急' } },
  ]);
  expect(session.current().saveState).toBe('saved');
  expect(session.hasUnsaved).toBe(false);
});

it('saves by itself after a pause, and once for several keystrokes', async () => {
  const { server, session } = await begun();
  for (const note of ['转', '转院', '转院后']) session.edit({ note });
  await jest.advanceTimersByTimeAsync(1_000);
  expect(server.requests).toHaveLength(2);
  expect(server.copy?.data.note).toBe('转院后');
});

it('sends a request that got no answer again with the same key, and the rest after it', async () => {
  const { server, session } = await begun();
  server.lost = ['answer'];
  session.edit({ note: '一' });
  await session.flush();
  expect(session.current().saveState).toBe('retrying');
  session.edit({ note: '二' });
  await session.flush();
  const [, lost, again, rest] = server.requests;
  expect(again).toEqual(lost);
  expect(rest?.patch).toEqual({ note: '二' });
  expect(server.copy).toMatchObject({ revision: 2, data: { note: '二' } });
  expect(session.current().saveState).toBe('saved');
});

it('retries by itself while the network is gone', async () => {
  const { server, session } = await begun();
  server.lost = ['request', 'request'];
  session.edit({ note: '一' });
  await jest.advanceTimersByTimeAsync(10_000);
  expect(server.copy?.data.note).toBe('一');
  expect(session.current().saveState).toBe('saved');
});

describe('a draft that was changed elsewhere', () => {
  const conflicted = async () => {
    const { server, session } = await begun();
    server.changedElsewhere({ applicant: { name: '林二', phone: '13800138000' } });
    session.edit({ applicant: { name: '林三' } });
    await session.flush();
    return { server, session };
  };

  it('waits for the person, and overwrites nothing', async () => {
    const { server, session } = await conflicted();
    expect(session.current()).toMatchObject({ saveState: 'conflict', data: { applicant: { name: '林三' } } });
    expect(session.current().theirs?.data.applicant?.name).toBe('林二');
    await session.flush();
    expect(server.copy?.data.applicant?.name).toBe('林二');
  });

  it('becomes what is on the page, when the person keeps that', async () => {
    const { server, session } = await conflicted();
    await session.keepMine();
    expect(server.copy?.data).toEqual({ filedBy: 'self', applicant: { name: '林三' } });
  });

  it('replaces what is on the page, when the person takes that', async () => {
    const { server, session } = await conflicted();
    session.takeTheirs();
    expect(session.current().data.applicant?.name).toBe('林二');
    session.edit({ note: '急' });
    await session.flush();
    expect(server.copy?.data).toMatchObject({ note: '急', applicant: { name: '林二' } });
  });
});

describe('run', () => {
  it('saves first, and goes on from the revision that the command answered', async () => {
    const { server, session } = await begun();
    session.edit({ note: '急' });
    const seen = await session.run(async ({ revision }) => {
      server.changedElsewhere(server.copy?.data ?? {});
      return { revision: revision + 1 };
    });
    expect(server.requests.at(-1)?.patch).toEqual({ note: '急' });
    session.edit({ note: '不急' });
    await session.flush();
    expect(server.requests.at(-1)?.revision).toBe(seen.revision);
    expect(session.current().saveState).toBe('saved');
  });

  it('does not run while the draft cannot be saved', async () => {
    const { server, session } = await begun();
    server.lost = ['request'];
    session.edit({ note: '急' });
    const command = jest.fn(async () => ({ revision: 9 }));
    await expect(session.run(command)).rejects.toBeInstanceOf(Unreachable);
    expect(command).not.toHaveBeenCalled();
  });
});
