import { areaCodeSchema, insuranceAreaSchema } from '@anjuan/contracts';
import { type CommandOf, defineCommands } from '@anjuan/event-sourcing';
import { z } from 'zod';

export const insuranceAreaCommands = defineCommands({
  /** Adds or changes areas of one province; the nation's own entry goes under `000000`. */
  ImportInsuranceAreas: z.strictObject({
    province: areaCodeSchema,
    areas: z.array(insuranceAreaSchema).min(1).max(1000),
    /** Which list this is, by name and date or version. */
    source: z.string().trim().min(1).max(500),
  }),
});

export type InsuranceAreaCommand = CommandOf<typeof insuranceAreaCommands>;
