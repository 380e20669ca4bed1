import { normalIdNumber } from '../values/identity-document';
import type { FilingData, FilingPatch } from './filing-data';

type Fields = Readonly<Record<string, unknown>>;

const isSection = (value: unknown): value is Fields => typeof value === 'object' && value !== null;

/** Applies a patch: named fields get their value, null clears, sections are merged field by field. */
export const applyPatch = (data: FilingData, patch: FilingPatch): FilingData =>
  merge(data, patch) as FilingData;

function merge(before: Fields, patch: Fields): Fields {
  const after: Record<string, unknown> = { ...before };
  for (const [name, value] of Object.entries(patch)) {
    if (value === undefined) continue;
    if (value === null) delete after[name];
    else if (isSection(value)) after[name] = merge(isSection(before[name]) ? before[name] : {}, value);
    else after[name] = value;
  }
  return after;
}

/**
 * The part of a patch that really changes something, so that an autosave of what is already there records nothing. A
 * text that was emptied is cleared.
 */
export const changesOf = (data: FilingData, patch: FilingPatch): FilingPatch =>
  difference(data, patch) as FilingPatch;

function difference(before: Fields, patch: Fields): Fields {
  const changed: Record<string, unknown> = {};
  for (const [name, typed] of Object.entries(patch)) {
    const old = before[name];
    const value = typed === '' ? null : typed;
    if (value === undefined || value === old || (value === null && old === undefined)) continue;
    if (!isSection(value)) changed[name] = value;
    else {
      const inner = difference(isSection(old) ? old : {}, value);
      if (Object.keys(inner).length > 0) changed[name] = inner;
    }
  }
  return changed;
}

/** Identity numbers in their one spelling, before they are compared or kept. */
export function withNormalIdNumbers(patch: FilingPatch): FilingPatch {
  const normal = <P extends { readonly idNumber?: string | null } | null | undefined>(section: P): P =>
    section?.idNumber ? { ...section, idNumber: normalIdNumber(section.idNumber) } : section;
  return {
    ...patch,
    ...(patch.applicant ? { applicant: normal(patch.applicant) } : {}),
    ...(patch.agent ? { agent: normal(patch.agent) } : {}),
  };
}
