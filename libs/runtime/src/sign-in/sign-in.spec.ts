import { specification } from '@anjuan/testing';
import { type SignInCommand, signIn, signInStreamId } from './sign-in';

const streamId = signInStreamId('d1', '2026-03-02');
const address = '10.1.2.3';
const attempts = specification(signIn, { now: '2026-03-02T01:10:00.000Z' });
const failed = { type: 'SignInFailed' as const, data: { accountId: 'a', address } };
const signedIn = { type: 'SignedIn' as const, data: { accountId: 'a', address } };
const locked = {
  type: 'SignInLocked' as const,
  data: { accountId: 'a', until: '2026-03-02T01:25:00.000Z' },
};
const fail: SignInCommand = { type: 'RecordFailedSignIn', data: { streamId, accountId: 'a', address } };
const succeed: SignInCommand = { type: 'RecordSignIn', data: { streamId, accountId: 'a', address } };

describe('attempts under one username', () => {
  it('lock it for 15 minutes with the fifth failure in a row', () => {
    attempts.given(failed, failed, failed).when(fail).thenEvents(failed);
    attempts.given(failed, failed, failed, failed).when(fail).thenEvents(failed, locked);
  });

  it('count from zero after a success', () =>
    attempts.given(failed, failed, failed, failed, signedIn).when(fail).thenEvents(failed));

  it('count from zero after a lock-out', () =>
    attempts
      .with({ now: '2026-03-02T01:25:00.000Z' })
      .given(failed, failed, failed, failed, failed, locked)
      .when(fail)
      .thenEvents(failed));

  it.each([fail, succeed])('are refused while it is locked: $type', (command) =>
    attempts
      .with({ now: '2026-03-02T01:24:59.999Z' })
      .given(failed, locked)
      .when(command)
      .thenRejected('access.locked'),
  );

  it('are taken again when the 15 minutes are over', () =>
    attempts
      .with({ now: '2026-03-02T01:25:00.000Z' })
      .given(failed, locked)
      .when(succeed)
      .thenEvents(signedIn));

  it('are taken again when an administrator unlocked it', () =>
    attempts
      .given(failed, locked, { type: 'SignInUnlocked', data: { accountId: 'a' } })
      .when(succeed)
      .thenEvents(signedIn));

  it('lock a name that no account has just the same', () =>
    attempts
      .given(...Array.from({ length: 4 }, () => ({ type: 'SignInFailed' as const, data: { address } })))
      .when({ type: 'RecordFailedSignIn', data: { streamId, address } })
      .thenEvents(
        { type: 'SignInFailed', data: { address } },
        { type: 'SignInLocked', data: { until: '2026-03-02T01:25:00.000Z' } },
      ));
});
