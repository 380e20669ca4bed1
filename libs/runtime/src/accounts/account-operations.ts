import { operation } from '../http/input';
import {
  accountParams,
  accountSchema,
  accountsSchema,
  activityQuery,
  activitySchema,
  createBody,
  grantsBody,
  issuedTokenSchema,
  listQuery,
  passwordBody,
  resultSchema,
  searchBody,
  tokenBody,
  tokenParams,
} from './account-schemas';

const read = { access: 'account:read' } as const;
const manage = { access: 'account:manage', command: true, response: resultSchema } as const;

export const listAccounts = operation({
  method: 'GET',
  path: '',
  summary: 'Accounts that have a grant in your areas',
  ...read,
  query: listQuery,
  response: accountsSchema,
});

export const searchAccounts = operation({
  method: 'POST',
  path: 'search',
  summary: 'Search accounts by username or name',
  ...read,
  body: searchBody,
  response: accountsSchema,
  example: { search: '王', status: 'active' },
});

export const showAccount = operation({
  method: 'GET',
  path: ':accountId',
  summary: 'One account',
  ...read,
  params: accountParams,
  response: accountSchema,
});

export const showActivity = operation({
  method: 'GET',
  path: ':accountId/activity',
  summary: 'What an account did and what it looked at, newest first',
  ...read,
  params: accountParams,
  query: activityQuery,
  response: activitySchema,
});

export const createAccount = operation({
  method: 'POST',
  path: '',
  summary: 'Create an account; the password is temporary and must be changed at the first sign-in',
  ...manage,
  status: 201,
  body: createBody,
  example: {
    kind: 'person',
    username: 'wang.fang',
    displayName: '王芳',
    grants: [{ role: 'clerk', area: '350200' }],
    password: 'Temporary-2026',
  },
});

export const changeGrants = operation({
  method: 'PUT',
  path: ':accountId/grants',
  summary: 'Replace the roles and areas of an account; takes effect at once, also for open sessions',
  ...manage,
  params: accountParams,
  body: grantsBody,
  example: { grants: [{ role: 'reviewer', area: '350200' }] },
});

export const disableAccount = operation({
  method: 'POST',
  path: ':accountId/disable',
  summary: 'Disable an account; its sessions end and its tokens stop working',
  ...manage,
  params: accountParams,
});

export const enableAccount = operation({
  method: 'POST',
  path: ':accountId/enable',
  summary: 'Enable a disabled account',
  ...manage,
  params: accountParams,
});

export const resetPassword = operation({
  method: 'POST',
  path: ':accountId/password',
  summary: 'Set a temporary password; ends sessions and a lock-out',
  ...manage,
  params: accountParams,
  body: passwordBody,
  example: { password: 'Temporary-2026' },
});

export const issueToken = operation({
  method: 'POST',
  path: ':accountId/tokens',
  summary: 'Issue a bearer token for a machine; it is shown only in this answer',
  ...manage,
  status: 201,
  params: accountParams,
  body: tokenBody,
  response: issuedTokenSchema,
  example: { label: 'HIS of the First Hospital', expiresOn: '2027-12-31' },
});

export const revokeToken = operation({
  method: 'DELETE',
  path: ':accountId/tokens/:tokenId',
  summary: 'Revoke a token',
  ...manage,
  params: tokenParams,
});
