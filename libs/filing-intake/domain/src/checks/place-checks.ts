import {
  type AreaTree,
  type AutomaticCheck,
  isWithin,
  type PolicyItems,
  provinceOf,
} from '@anjuan/contracts';
import { passed } from './check';
import { submissionRejections } from './submission-rejections';

/**
 * The place of treatment: known, in another province than the insured region, of a level that the region accepts. By
 * the area tree, not by the digits of the code: the Corps' areas lie in provinces they share no digits with.
 */
export function placeChecks(
  areas: AreaTree,
  insuredRegion: string,
  treatmentRegion: string,
  rule: PolicyItems['treatmentRegion'],
): readonly AutomaticCheck[] {
  const insured = areas.get(insuredRegion);
  const place = areas.get(treatmentRegion);
  if (!insured || !place || place.level === 'nation')
    return submissionRejections.reject('filing.area-unknown');
  if (!insured.pooling) submissionRejections.reject('filing.region-not-pooling');
  if (provinceOf(areas, insuredRegion) === provinceOf(areas, treatmentRegion))
    submissionRejections.reject('filing.same-province');
  const { levels, provinceLevelCodes } = rule;
  const accepted =
    levels.some((level) => level === place.level) || provinceLevelCodes.includes(treatmentRegion);
  if (!accepted) submissionRejections.reject('filing.place-level-not-accepted', { level: place.level });
  return [passed('place.other-province'), passed('place.level')];
}

/** True when care in a place is covered by a filing for another: itself or an ancestor of it. */
export const coversPlace = (areas: AreaTree, filedRegion: string, placeOfCare: string): boolean =>
  isWithin(areas, placeOfCare, filedRegion);

/** True when one of two places covers the other. */
export const samePlace = (areas: AreaTree, a: string, b: string): boolean =>
  a === b || coversPlace(areas, a, b) || coversPlace(areas, b, a);
