import { provinceOf } from '@anjuan/contracts';
import type { z } from 'zod';
import { submissionRejections } from '../checks/submission-rejections';
import type { filingCommands } from '../filing/filing.commands';
import { filingRejections } from '../filing/filing-rejections';
import type { Filing } from '../filing/filing-state';
import type { FilingSurroundings } from '../filing/filing-surroundings';
import { claim } from '../person/insured-person';
import { isIdNumber } from '../values/identity-document';
import type { DecisionsOn } from './decisions';

type DeemedStay = z.output<(typeof filingCommands)['DeemFiled']>;

/**
 * 急诊视同备案. The settlement's serial (`trt_dcla_detl_sn`) leads to the filing, each event of it (`evtsn`) counts once.
 * Where the flag turns out wrong, the stay counts as unfiled other temporary treatment.
 */
export const deeming: DecisionsOn<'DeemFiled'> = {
  DeemFiled: (stay, state, around) => {
    if (state.deemedEvents.includes(stay.eventSerialNumber)) return [];
    return state.status === 'absent' ? deemed(stay, around) : furtherEvent(stay, state);
  },
};

function deemed(stay: DeemedStay, { areas, identity }: FilingSurroundings) {
  const { insuredRegion, treatmentRegion, insuranceType, applicant, admittedOn, dischargedOn } = stay;
  if (!stay.emergency) filingRejections.reject('filing.not-an-emergency');
  if (!identity || !isIdNumber(applicant)) return submissionRejections.reject('filing.id-number-invalid');
  if (!areas.has(insuredRegion) || !areas.has(treatmentRegion))
    submissionRejections.reject('filing.area-unknown');
  if (provinceOf(areas, insuredRegion) === provinceOf(areas, treatmentRegion))
    submissionRejections.reject('filing.same-province');
  if (dischargedOn !== undefined && dischargedOn < admittedOn)
    submissionRejections.reject('filing.dates-reversed');
  const filing = {
    filingId: stay.filingId,
    personId: identity.personId,
    insuredRegion,
    treatmentRegion,
    insuranceType,
    kind: 'EMERGENCY',
    nationalKind: 'EMERGENCY' as const,
    behaviour: 'deemed-emergency' as const,
    startsOn: admittedOn,
    endsOn: dischargedOn,
    byLetter: false,
    manualOnly: false,
  };
  const { serialNumber, eventSerialNumber, institutionCode } = stay;
  const data = {
    filing,
    serialNumber,
    eventSerialNumber,
    applicant,
    institutionCode,
    admittedOn,
    dischargedOn,
  };
  return [
    { type: 'FilingDeemed' as const, data, facets: { effectiveOn: admittedOn } },
    ...(identity.claim.personId === undefined ? [claim(identity, identity.personId)] : []),
  ];
}

function furtherEvent({ emergency, eventSerialNumber, dischargedOn }: DeemedStay, state: Filing) {
  const { summary } = state;
  if (state.deemedEvents.length === 0)
    return filingRejections.reject('filing.not-editable', { status: state.status });
  if (state.status !== 'active' || !summary) return [];
  if (!emergency)
    return [
      {
        type: 'DeemedFilingOverturned' as const,
        data: { filing: summary, eventSerialNumber, treatAs: 'OTHER_TEMPORARY' as const },
      },
    ];
  if (dischargedOn === undefined || dischargedOn === summary.endsOn) return [];
  if (dischargedOn < summary.startsOn) submissionRejections.reject('filing.dates-reversed');
  const filing = { ...summary, endsOn: dischargedOn };
  return [{ type: 'DeemedFilingUpdated' as const, data: { filing, eventSerialNumber, dischargedOn } }];
}
