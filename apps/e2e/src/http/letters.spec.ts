import { type FilingCase, file, must, offer, register } from './filing-case.fixture';
import { HttpOffice } from './http-office.fixture';

let office: HttpOffice;
beforeAll(async () => {
  office = await HttpOffice.open();
}, 60_000);
afterAll(() => office.close());

/** A long-term resident of Chengdu's who promised the proof; a reviewer approves, since nobody enrolled the person. */
async function promised(): Promise<FilingCase> {
  const filing = await file(office, { bureau: 'cd', kind: 'LONG_TERM_RESIDENT', byLetter: true });
  await must(filing.decide('approval', { opinion: '承诺有效。' }));
  return filing;
}

it('a promise stays open until the proof is there', async () => {
  const filing = await promised();
  expect(await filing.detail()).toMatchObject({
    status: 'active',
    promised: { state: 'open', items: ['RESIDENCE_PROOF'] },
    letter: { signature: 'ticked' },
  });
  expect(await filing.line()).toMatchObject({ proofOpen: true });
  expect((await filing.act('proof')).code).toBe('filing.proof-missing');
  await must(filing.attach('RESIDENCE_PROOF'));
  await must(filing.act('proof'));
  expect(await filing.line()).toMatchObject({ status: 'active', proofOpen: false });
  expect((await filing.history()).at(-1)).toBe('ProofSupplied');
});

it('a broken promise revokes the filing', async () => {
  const filing = await promised();
  await must(filing.act('breach', { reasonCode: 'COMMITMENT_UNTRUE' }, filing.who('supervisor')));
  expect(await filing.line()).toMatchObject({ status: 'revoked', proofOpen: false });
  expect((await filing.history()).slice(-2)).toEqual(['CommitmentBreached', 'FilingRevoked']);
});

it('a letter signed on the screen keeps its picture as evidence', async () => {
  const { letter } = await offer(office, 'cd');
  const filing = await register(office, { bureau: 'cd', kind: 'LONG_TERM_RESIDENT', byLetter: true });
  await must(filing.attach('LETTER'));
  const { evidence } = await filing.detail();
  const evidenceId = evidence.find(({ item }) => item === 'LETTER')?.evidenceId;
  const drawn = { version: letter.version, signature: 'drawn', evidenceId, device: '窗口平板' };
  await must(filing.act('letter', drawn, filing.clerk, 'PUT'));
  await must(filing.submit());
  expect(await filing.detail()).toMatchObject({ letter: { signature: 'drawn', evidenceId } });
});
