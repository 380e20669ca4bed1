import { bind, commandSet, SYSTEM_ONLY } from '@anjuan/event-sourcing';
import { accessLogProjection } from '../access-log/access-log.projection';
import { accessLogQueries } from '../access-log/access-log-queries';
import { accessLogStream } from '../access-log/access-log-stream';
import type { ContextDefinition } from '../office/context';
import { signIn } from '../sign-in/sign-in';
import { signInRejections } from '../sign-in/sign-in-rejections';
import { account } from './account';
import { accountBinding } from './account-binding';
import { accountQueries } from './account-queries';
import { accountRejections } from './account-rejections';
import { accountsProjection } from './accounts.projection';
import { administration } from './administration';
import { username } from './username';

const signInBinding = bind({
  decider: signIn,
  permissions: { RecordSignIn: SYSTEM_ONLY, RecordFailedSignIn: SYSTEM_ONLY },
  areasOf: () => [],
  gather: async () => ({}),
});

/** Built-in accounts, sign-ins and the log of what was looked at. Every office has it. */
export const accounts: ContextDefinition = {
  name: 'accounts',
  models: [account, username, administration, signIn, accessLogStream],
  commands: (tools) => [commandSet(accountBinding(tools)), commandSet(signInBinding)],
  queries: (tools) => ({ ...accountQueries(tools), ...accessLogQueries(tools) }),
  projections: [accountsProjection, accessLogProjection],
  publishers: [],
  consumers: () => [],
  processes: [],
  timers: [],
  rejections: [accountRejections.catalogue, signInRejections.catalogue],
};
