/** A whole office with one small context: what a command over HTTP really passes through. */
const { createHash, randomBytes, randomUUID } = require('node:crypto');
const { readConfig, serve } = require('@anjuan/runtime');
const { answerMeter } = require('../tools/process-meter');
const { CourtModule, courtContext } = require('./court.context');

/** Gives a machine an account and a token by the real commands. @returns the token */
async function issueToken(office) {
  const [accountId, tokenId] = [randomUUID(), randomBytes(8).toString('hex')];
  const secret = randomBytes(32).toString('base64url');
  const tokenHash = createHash('sha256').update(secret).digest('hex');
  const actor = { accountId: 'system:bench', kind: 'system', grants: [] };
  const send = (type, data) =>
    office.send({ type, data }, { actor, channel: 'system', correlationId: accountId });
  const grants = [{ role: 'clerk', area: '000000' }];
  await send('CreateAccount', { accountId, username: 'club', displayName: 'Club', grants, kind: 'machine' });
  await send('IssueToken', { accountId, tokenId, label: 'bench', tokenHash });
  return `anj_${tokenId}_${secret}`;
}

async function main() {
  const config = readConfig({ ANJUAN_DATA: process.argv[2], ANJUAN_PORT: '0', ANJUAN_DEMO: 'false' });
  let token = '';
  const { url, stop } = await serve(config, {
    contexts: [courtContext],
    modules: [CourtModule],
    prepare: async (office) => {
      token = await issueToken(office);
    },
  });
  answerMeter(stop);
  process.send({ url, headers: { authorization: `Bearer ${token}` } });
}

main();
