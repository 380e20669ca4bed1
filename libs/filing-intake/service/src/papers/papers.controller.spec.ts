import { IntakeOffice } from '../testing/intake-office.fixture';

let office: IntakeOffice;
beforeAll(async () => {
  office = await IntakeOffice.open();
});
afterAll(() => office.close());

async function paper(filingId: string, name: string, username = 'clerk') {
  const { headers } = await office.as(username);
  return office.test.app.inject({ method: 'GET', url: `/api/filings/${filingId}/${name}`, headers });
}

describe('papers over HTTP', () => {
  it.each(['form.pdf', 'receipt.pdf'])('are printed as a PDF of a filing in force: %s', async (name) => {
    const answer = await paper(await office.active(), name);
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['content-type']).toBe('application/pdf');
    expect(answer.rawPayload.subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('are printed of a draft too, so that it can be signed before it is submitted', async () => {
    expect((await paper(await office.draft({}), 'form.pdf')).statusCode).toBe(200);
  });

  it('are for nobody of another area', async () => {
    expect((await paper(await office.draft(), 'form.pdf', 'foreign')).statusCode).toBe(403);
  });
});
