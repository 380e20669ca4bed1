import { chmodSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { completeForm, IntakeOffice, PNG } from '../testing/intake-office.fixture';

let office: IntakeOffice;
beforeAll(async () => {
  office = await IntakeOffice.open();
});
afterAll(() => office.close());

async function attached(name = '林一一的证件.png'): Promise<{ filingId: string; evidenceId: string }> {
  const filingId = await office.ready(completeForm());
  const path = `filings/${filingId}/evidence?item=SIGNED_FORM`;
  const { json } = await office.upload(path, name, PNG, 'clerk', await office.match(filingId));
  return { filingId, evidenceId: String(json.evidenceId) };
}

async function download(username: string, filingId: string, evidenceId: string) {
  const { headers } = await office.as(username);
  const url = `/api/filings/${filingId}/evidence/${evidenceId}`;
  return office.test.app.inject({ method: 'GET', url, headers });
}

const filesBelow = (folder: string): string[] =>
  readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesBelow(path) : [path];
  });

describe('evidence over HTTP', () => {
  it('is listed with its case and comes back as it was, never to be kept by a cache', async () => {
    const { filingId, evidenceId } = await attached();
    expect(await office.detail(filingId)).toMatchObject({
      evidence: [{ evidenceId, item: 'SIGNED_FORM', mediaType: 'image/png', attachedBy: 'clerk' }],
    });
    const answer = await download('clerk', filingId, evidenceId);
    expect(answer.rawPayload.equals(PNG)).toBe(true);
    expect(answer.headers).toMatchObject({
      'content-type': 'image/png',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    });
  });

  it('is stored encrypted: no file of the evidence store holds its bytes', async () => {
    await attached();
    const stored = filesBelow(join(office.test.folder, 'evidence'));
    expect(stored.length).toBeGreaterThan(0);
    for (const path of stored) expect(readFileSync(path).includes(PNG.subarray(0, 16))).toBe(false);
  });

  it('is for nobody of another area, and the attempt leaves no trace of the file', async () => {
    const { filingId, evidenceId } = await attached();
    expect((await download('foreign', filingId, evidenceId)).statusCode).toBe(403);
    const path = `filings/${filingId}/evidence?item=SIGNED_FORM`;
    const before = filesBelow(join(office.test.folder, 'evidence')).length;
    const refused = await office.upload(path, 'a.png', PNG, 'foreign', await office.match(filingId));
    expect(refused.status).toBe(403);
    expect(filesBelow(join(office.test.folder, 'evidence'))).toHaveLength(before);
  });

  it('that was taken out of the draft is gone from the case', async () => {
    const { filingId, evidenceId } = await attached();
    expect((await office.act(filingId, 'DELETE', `evidence/${evidenceId}`)).status).toBe(200);
    expect(await office.detail(filingId)).toMatchObject({ evidence: [] });
    expect((await download('clerk', filingId, evidenceId)).statusCode).toBe(404);
  });

  it('says so when the stored bytes were changed', async () => {
    const { filingId, evidenceId } = await attached();
    const { evidence } = (await office.detail(filingId)) as { evidence: { digest: string }[] };
    const path = filesBelow(join(office.test.folder, 'evidence')).find((name) =>
      name.replaceAll(/[^0-9a-f]/g, '').endsWith(evidence[0]?.digest ?? '-'),
    );
    chmodSync(path ?? '', 0o600);
    writeFileSync(path ?? '', 'other bytes');
    expect((await download('clerk', filingId, evidenceId)).json()).toMatchObject({
      code: 'evidence.damaged',
    });
  });
});
