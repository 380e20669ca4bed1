import { z } from 'zod';
import { idTypeSchema } from '../values/identity-document';
import { idNumberSchema, personNameSchema } from '../values/personal-values';

/** Who was treated, as the settlement's upload names them. */
export const deemedApplicantSchema = z.strictObject({
  name: personNameSchema,
  idType: idTypeSchema,
  idNumber: idNumberSchema,
});
