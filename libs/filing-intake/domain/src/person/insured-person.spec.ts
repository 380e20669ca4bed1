import { elsewhere } from '@anjuan/event-sourcing';
import { nthId, specification } from '@anjuan/testing';
import type { Enrolment } from './enrolment';
import { type InsuredPersonCommand, insuredPerson } from './insured-person';

const personId = nthId(1);
const digest = 'd'.repeat(64);
const person = { name: '林一', idType: '01' as const, idNumber: '11010519491231002X' };
const normal: Enrolment = { insuredRegion: '350200', insuranceType: '310', status: '1' };
const importing = (enrolments: Enrolment[], changed = {}): InsuredPersonCommand => ({
  type: 'ImportEnrolment',
  data: { personId, person: { ...person, ...changed }, enrolments, source: 'extract-2026-03.csv' },
});
const registered = { type: 'PersonRegistered' as const, data: { personId, person } };
const imported = (...enrolments: Enrolment[]) => ({
  type: 'EnrolmentImported' as const,
  data: { personId, enrolments, source: 'extract-2026-03.csv' },
});
const erase: InsuredPersonCommand = { type: 'ErasePerson', data: { personId, reason: 'request 2026-17' } };

describe('an insured person', () => {
  const unclaimed = specification(insuredPerson, {
    identity: { digest, claim: {}, personId },
    documents: [],
    keyIds: [],
    openFilings: [],
  });
  const claimed = unclaimed.with({ identity: { digest, claim: { personId }, personId } });

  it('is registered by the first import, which claims the identity document in the same append', () => {
    unclaimed
      .given()
      .when(importing([normal]))
      .thenEvents(
        registered,
        imported(normal),
        elsewhere('identity', digest, { type: 'IdentityClaimed', data: { personId } }),
      );
  });

  it('changes by an import only where the import says something new', () => {
    const paused: Enrolment = { ...normal, status: '2' };
    const resident: Enrolment = { insuredRegion: '310100', insuranceType: '390', status: '1' };
    claimed
      .given(registered, imported(normal))
      .when(importing([normal]))
      .thenNothing();
    claimed
      .given(registered, imported(normal, resident))
      .when(importing([paused, resident]))
      .thenEvents(imported(paused));
  });

  it('keeps enrolments that an import does not mention', () => {
    const resident: Enrolment = { insuredRegion: '310100', insuranceType: '390', status: '1' };
    claimed
      .given(registered, imported(normal), imported(resident))
      .thenState(({ enrolments }) => expect(enrolments).toEqual([normal, resident]));
  });

  it('takes over changed details', () => {
    claimed
      .given(registered, imported(normal))
      .when(importing([normal], { phone: '13800138000' }))
      .thenEvents({
        type: 'PersonDetailsChanged',
        data: { personId, person: { ...person, phone: '13800138000' } },
      });
  });

  it('is refused with a wrong check character, or with a birth date or sex that the number contradicts', () => {
    const id = { idNumber: '110105194912310021' };
    unclaimed
      .given()
      .when(importing([normal], id))
      .thenRejected('person.id-number-invalid');
    unclaimed
      .given()
      .when(importing([normal], { sex: '1' }))
      .thenRejected('person.identity-inconsistent');
    const birth = { birthDate: '1949-12-30' };
    unclaimed
      .given()
      .when(importing([normal], birth))
      .thenRejected('person.identity-inconsistent');
  });

  it('is refused when the document belongs to another person', () => {
    unclaimed
      .with({ identity: { digest, claim: { personId: nthId(2) }, personId: nthId(2) } })
      .given()
      .when(importing([normal]))
      .thenRejected('person.identity-taken');
  });

  it('is erased by naming the keys and releasing the identity', () => {
    claimed
      .with({ documents: [{ digest, claim: { personId }, personId }], keyIds: [personId, nthId(9)] })
      .given(registered)
      .when(erase)
      .thenEvents(
        { type: 'PersonErased', data: { personId, keyIds: [personId, nthId(9)], reason: 'request 2026-17' } },
        elsewhere('identity', digest, { type: 'IdentityReleased', data: { personId } }),
      );
  });

  it('is not erased twice, and takes no import afterwards', () => {
    const erased = {
      type: 'PersonErased' as const,
      data: { personId, keyIds: [personId], reason: 'request' },
    };
    claimed.given(registered, erased).when(erase).thenNothing();
    claimed
      .given(registered, erased)
      .when(importing([normal]))
      .thenRejected('person.erased');
  });

  it('is not erased while a filing is open, nor when nobody knows the person', () => {
    claimed
      .with({ openFilings: [nthId(5)] })
      .given(registered)
      .when(erase)
      .thenRejected('person.has-open-filings');
    unclaimed.given().when(erase).thenRejected('person.not-found');
  });
});
