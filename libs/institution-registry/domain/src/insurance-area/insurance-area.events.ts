import { areaCodeSchema, insuranceAreaSchema } from '@anjuan/contracts';
import { defineEvents, event } from '@anjuan/event-sourcing';
import { z } from 'zod';

export const insuranceAreaEvents = defineEvents({
  /** Only the areas that are new or differ from what was imported before. */
  InsuranceAreasImported: event(
    z.object({ province: areaCodeSchema, areas: z.array(insuranceAreaSchema), source: z.string() }),
  ),
});

export type InsuranceAreaEvents = typeof insuranceAreaEvents;
