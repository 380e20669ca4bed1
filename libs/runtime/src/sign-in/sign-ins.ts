import { type CommandResult, chinaDateOf, foldStream, streamName } from '@anjuan/event-sourcing';
import { Injectable } from '@nestjs/common';
import { account } from '../accounts/account';
import type { AccountState } from '../accounts/account-state';
import { username, usernameDigest } from '../accounts/username';
import { Office } from '../office/office';
import { AddressLimit } from './address-limit';
import { verifyPassword } from './passwords';
import { signIn, signInStreamId } from './sign-in';
import { signInRejections } from './sign-in-rejections';
import { isLocked } from './sign-in-state';

/** An attempt to sign in, and where it came from. */
export interface Attempt {
  readonly username: string;
  readonly password: string;
  readonly address: string;
  readonly correlationId: string;
}

export interface SignedInAccount {
  readonly account: AccountState;
  /** Of the event that records it. */
  readonly position: string;
}

/**
 * Checks passwords. A name that no account has takes the same steps, the same time and gets the same answers as one that
 * an account has: both are looked up, verified against a hash, recorded, counted and locked. The record decides: of many
 * attempts at once, those that are recorded after the lock-out are refused, the right password too.
 */
@Injectable()
export class SignIns {
  private readonly limit = new AddressLimit();

  constructor(private readonly office: Office) {}

  /** @throws Rejected `access.wrong-credentials`, `access.locked` or `access.too-many-attempts` */
  async attempt(attempt: Attempt): Promise<SignedInAccount> {
    const over = this.limit.admit(attempt.address, this.office.clock.now());
    const digest = usernameDigest(this.office.toolsOf().identityDigest, attempt.username);
    try {
      const signedIn = await this.check(digest, attempt);
      over(true);
      return signedIn;
    } catch (error) {
      over(false);
      throw error;
    }
  }

  private async check(digest: string, attempt: Attempt): Promise<SignedInAccount> {
    const now = this.office.clock.now();
    const streamId = signInStreamId(digest, chinaDateOf(now));
    const { log } = this.office;
    const attempts = foldStream(signIn, await log.load(streamName(signIn.category, streamId)));
    if (isLocked(attempts, now)) signInRejections.reject('access.locked');
    const claim = foldStream(username, await log.load(streamName(username.category, digest)));
    const accountId = claim.accountId;
    const found = foldStream(account, await log.load(streamName(account.category, accountId ?? 'nobody')));
    const right = await verifyPassword(found.passwordHash, attempt.password);
    const data = { streamId, address: attempt.address, accountId };
    if (!right || found.status !== 'active') {
      await this.record('RecordFailedSignIn', data, attempt);
      return signInRejections.reject('access.wrong-credentials');
    }
    const { position } = await this.record('RecordSignIn', data, attempt);
    return { account: found, position };
  }

  private record(
    type: 'RecordSignIn' | 'RecordFailedSignIn',
    data: { streamId: string; address: string; accountId: string | undefined },
    { correlationId }: Attempt,
  ): Promise<CommandResult> {
    const onBehalfOf = data.accountId;
    const actor = { accountId: 'system:sign-in', kind: 'system', grants: [], onBehalfOf } as const;
    return this.office.send({ type, data }, { actor, channel: 'system', correlationId });
  }
}
