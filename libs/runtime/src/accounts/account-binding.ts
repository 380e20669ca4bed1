import { NATION } from '@anjuan/contracts';
import { bind, type GatherTools } from '@anjuan/event-sourcing';
import type { ContextTools } from '../office/context';
import { signIn, signInStreamId } from '../sign-in/sign-in';
import { isLocked } from '../sign-in/sign-in-state';
import { type AccountSurroundings, account } from './account';
import type { AccountCommand } from './account.commands';
import { type AccountState, areasOfAccount } from './account-state';
import { administration, NATIONAL } from './administration';
import { username, usernameDigest } from './username';

/**
 * Who may administrate accounts. One rule for all: authority over every area where the account has a grant, and over
 * every area where it would get one; so nobody gains through another account what he does not have.
 */
export const accountBinding = (tools: ContextTools) =>
  bind({
    decider: account,
    permissions: {
      CreateAccount: 'account:manage',
      ChangeGrants: 'account:manage',
      ResetPassword: 'account:manage',
      ChangePassword: 'signed-in',
      DisableAccount: 'account:manage',
      EnableAccount: 'account:manage',
      IssueToken: 'account:manage',
      RevokeToken: 'account:manage',
    },
    areasOf: (command: AccountCommand, state: AccountState) => [
      ...areasOfAccount(state),
      ...('grants' in command.data ? command.data.grants.map(({ area }) => area) : []),
    ],
    gather: (command, state, gatherTools) => gather(tools, command, state, gatherTools),
  });

async function gather(
  tools: ContextTools,
  command: AccountCommand,
  state: AccountState,
  { load, now, today }: GatherTools,
): Promise<AccountSurroundings> {
  const areas = tools.areas();
  const digest =
    command.type === 'CreateAccount'
      ? usernameDigest(tools.identityDigest, command.data.username)
      : state.usernameDigest;
  const signInId = signInStreamId(digest, today);
  const locked = command.type === 'ResetPassword' && isLocked((await load(signIn, signInId)).state, now);
  return {
    administration: (await load(administration, NATIONAL)).state,
    username: command.type === 'CreateAccount' ? (await load(username, digest)).state : {},
    usernameDigest: digest,
    // Until the tree is imported nothing is known of any area; the first accounts are older than it.
    knowsArea: (code) => code === NATION || areas.size === 0 || areas.has(code),
    lockedSignIn: locked ? signInId : undefined,
  };
}
