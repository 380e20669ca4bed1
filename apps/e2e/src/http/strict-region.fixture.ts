import { z } from 'zod';
import { must } from './filing-case.fixture';
import { FIRST_DAY, type HttpOffice, succeeded } from './http-office.fixture';
import { CHENGDU, FUZHOU } from './people.fixture';

const kind = z.looseObject({ code: z.string() });
const resolved = z.looseObject({
  items: z.looseObject({ kinds: z.record(z.string(), kind), review: z.looseObject({}) }),
});

/** Where every choice that the policies leave open is taken the strict way; published by two people over HTTP. */
export async function publishStrictPolicy(office: HttpOffice): Promise<void> {
  const nation = succeeded(await office.get('drafter', `policies/${CHENGDU}/resolved`), resolved);
  const { LONG_TERM_RESIDENT, OTHER_TEMPORARY, RETIRED_RESETTLED } = nation.items.kinds;
  const items = {
    kinds: {
      LONG_TERM_RESIDENT: { ...LONG_TERM_RESIDENT, backdatingDays: 10 },
      OTHER_TEMPORARY: {
        ...OTHER_TEMPORARY,
        retroactive: 'no',
        minimumHoldingMonths: 3,
        mayFile: ['self'],
        channels: ['counter'],
      },
      RETIRED_RESETTLED: { ...RETIRED_RESETTLED, completion: { default: 'automatic' } },
    },
    review: { ...nation.items.review, sampleOneIn: 1 },
    overlap: { newLongTermEndsOld: false, temporaryBesideLongTerm: false },
    referringInstitutions: ['H35010000001'],
    letter: {
      version: 'strict-1',
      zh: '个人承诺书：本人承诺所填信息真实，并在规定期限内补交材料。',
      en: 'I promise that what I state is true.',
      signatures: ['paper'],
      proofWorkingDays: 10,
    },
  };
  const named = ['review', 'overlap', 'referringInstitutions', 'letter'];
  const sources = Object.fromEntries(
    [...named, ...Object.keys(items.kinds).map((code) => `kinds.${code}`)].map((item) => [item, 'test']),
  );
  const path = `policies/${FUZHOU}`;
  const body = { effectiveFrom: FIRST_DAY, items, sources };
  const { headers } = await must(office.call('drafter', 'PUT', `${path}/draft`, { body, ifMatch: -1 }));
  await must(office.call('publisher', 'POST', `${path}/publication`, { ifMatch: `${headers.etag}` }));
}
