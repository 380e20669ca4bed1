import { filingRejections, submissionRejections, uploadRejections } from '@anjuan/filing-intake-domain';
import { IntakeOffice } from './testing/intake-office.fixture';
import { provocations } from './testing/rejections.fixture';

let office: IntakeOffice;
beforeAll(async () => {
  office = await IntakeOffice.open();
});
afterAll(() => office.close());

const catalogue = {
  ...filingRejections.catalogue,
  ...submissionRejections.catalogue,
  ...uploadRejections.catalogue,
};

describe('every rejection of a filing', () => {
  it('has a provocation over HTTP', () => {
    expect(Object.keys(catalogue).filter((code) => !(code in provocations))).toEqual([]);
  });

  it.each(Object.entries(provocations))(
    'is answered as a problem in both languages: %s',
    async (code, provoke) => {
      const { json } = await provoke(office);
      expect(json).toMatchObject({
        code,
        status: expect.any(Number),
        messages: { zh: expect.any(String), en: expect.any(String) },
        next: { zh: expect.any(String), en: expect.any(String) },
      });
    },
  );
});
