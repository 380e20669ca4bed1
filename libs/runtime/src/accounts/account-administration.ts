import {
  type AnyCommand,
  type CommandResult,
  foldStream,
  type JsonObject,
  streamName,
} from '@anjuan/event-sourcing';
import { Injectable } from '@nestjs/common';
import { v5, v7 } from 'uuid';
import { Commands, type Exchange } from '../http/command-sender';
import { Office } from '../office/office';
import { hashPassword } from '../sign-in/passwords';
import { account } from './account';
import { AccountDirectory } from './account-directory';
import { accountRejections } from './account-rejections';
import type { AccountState } from './account-state';
import { newToken } from './api-token';

/** Namespace of account ids that follow from an idempotency key. */
const ACCOUNT_IDS = '0d6f9a52-6a3c-4c55-9d5e-1f1a3c1f8b5e';

/** Sends commands on accounts, and makes what a command brings along: hashes, ids, tokens. */
@Injectable()
export class AccountAdministration {
  constructor(
    private readonly office: Office,
    private readonly commands: Commands,
    private readonly directory: AccountDirectory,
  ) {}

  /** Answers when the change has taken effect for every request that follows. */
  async send(exchange: Exchange, command: AnyCommand, digested?: JsonObject): Promise<CommandResult> {
    const result = await this.commands.send(exchange, command, 'counter', digested);
    await this.directory.reached(result.position);
    return result;
  }

  /** The same request, sent again, makes the same hash; so it is known as the same without keeping the password. */
  async hash(exchange: Exchange, password: string): Promise<string> {
    const key = requestKeyOf(exchange);
    if (key === undefined) return hashPassword(password);
    return hashPassword(
      password,
      Buffer.from(this.office.requestDigest({ use: 'salt', of: [...key] }), 'hex').subarray(0, 16),
    );
  }

  /** The same request, sent again, names the same account. */
  newAccountId(exchange: Exchange): string {
    const key = requestKeyOf(exchange);
    return key === undefined ? v7() : v5(JSON.stringify(key), ACCOUNT_IDS);
  }

  /** @throws Rejected `account.token-shown-once` when an earlier request with this key issued it */
  async issueToken(
    exchange: Exchange,
    { accountId, ...body }: { accountId: string; label: string; expiresOn?: string },
  ) {
    const { tokenId, token, tokenHash } = newToken();
    const data = { ...body, accountId, tokenId, tokenHash };
    const result = await this.send(exchange, { type: 'IssueToken', data }, { ...body, accountId });
    const issued = (await this.load(accountId)).tokens[tokenId];
    if (!issued) accountRejections.reject('account.token-shown-once');
    return { ...result, tokenId, token };
  }

  /** @throws Rejected `account.no-such-account` */
  async usernameOf(accountId: string): Promise<string> {
    const { status, username } = await this.load(accountId);
    return status === 'absent' ? accountRejections.reject('account.no-such-account') : username;
  }

  private async load(accountId: string): Promise<AccountState> {
    const loaded = await this.office.log.load(streamName(account.category, accountId));
    return foldStream(account, loaded);
  }
}

function requestKeyOf({ request }: Exchange): readonly [account: string, key: string] | undefined {
  const key = request.headers['idempotency-key'];
  return typeof key === 'string' ? [request.office?.actor?.accountId ?? '', key] : undefined;
}
