import { useTemporaryFolders } from '@anjuan/testing';
import { openSessionStore, type Session, type SessionStore } from './session-store';

const temporaryFolder = useTemporaryFolders();

const session = (accountId: string, expiresAt: string): Session => ({
  accountId,
  csrf: `csrf-${accountId}`,
  expiresAt,
  device: { name: '窗口一' },
});

describe('the session store', () => {
  let folder: string;
  let store: SessionStore;
  beforeEach(() => {
    folder = temporaryFolder();
    store = openSessionStore(folder);
    store.put('hash-1', session('clerk-1', '2026-03-02T10:00:00.000Z'));
    store.put('hash-2', session('clerk-1', '2026-03-02T11:00:00.000Z'));
    store.put('hash-3', session('clerk-2', '2026-03-02T12:00:00.000Z'));
  });
  afterEach(() => store.close());

  const left = () => ['hash-1', 'hash-2', 'hash-3'].filter((hash) => store.get(hash) !== undefined);

  it('keeps sessions with all that was put, also when it is opened again', () => {
    store.close();
    store = openSessionStore(folder);
    expect(store.get('hash-1')).toEqual(session('clerk-1', '2026-03-02T10:00:00.000Z'));
    expect(store.get('hash-9')).toBeUndefined();
  });

  it('replaces a session', () => {
    const later = session('clerk-1', '2026-03-02T20:00:00.000Z');
    store.put('hash-1', later);
    expect(store.get('hash-1')).toEqual(later);
    expect(store.deleteExpired('2026-03-02T10:30:00.000Z')).toBe(0);
  });

  it('deletes one session', () => {
    store.delete('hash-2');
    expect(left()).toEqual(['hash-1', 'hash-3']);
  });

  it('deletes all sessions of an account', () => {
    store.deleteOfAccount('clerk-1');
    expect(left()).toEqual(['hash-3']);
  });

  it('deletes what ended, the moment included', () => {
    expect(store.deleteExpired('2026-03-02T11:00:00.000Z')).toBe(2);
    expect(left()).toEqual(['hash-3']);
  });
});
