import { personal } from '@anjuan/event-sourcing';
import { z } from 'zod';

/** Names have at most 50 characters on the platform (`agnter_name` V(50)); minority names carry a middle dot. */
export const personNameSchema = personal(
  z
    .string()
    .min(2)
    .max(50)
    .regex(/^[\p{L}][\p{L}\p{M}·•.'\- ]*$/u),
);

/** Mobile number, or a landline with its area code, also with an extension. */
export const phoneSchema = personal(
  z.string().regex(/^(1[3-9]\d{9}|0\d{2,3}-?\d{7,8}(-\d{1,6})?|(\+?\d{1,3}-)?\d{6,14})$/),
);

/** `resout_addr` V(200). */
export const addressSchema = personal(z.string().min(4).max(200));

/** `certno`, already in its normal spelling. */
export const idNumberSchema = personal(z.string().min(3).max(50));

export const birthDateSchema = personal(z.iso.date());

/** Free text of a person: a note, an opinion, a diagnosis. */
export const freeTextSchema = (max: number) => personal(z.string().min(1).max(max));

/** A personal field while it is being typed: only its length is looked at. */
export const typedTextSchema = (max: number) => personal(z.string().max(max));
