import type { z } from 'zod';

/** Messages that one context publishes about one aggregate, by type; the name ends in the version. */
export interface Topic<M extends Readonly<Record<string, z.ZodType>> = Readonly<Record<string, z.ZodType>>> {
  readonly name: string;
  /** Carries personal data: only consumers inside the office may read it. */
  readonly guarded: boolean;
  readonly messages: M;
}

/** Declares a topic; a change that an old consumer cannot read needs a new version of the name. */
export const topic = <const M extends Readonly<Record<string, z.ZodType>>>(
  name: string,
  messages: M,
  options: { guarded?: boolean } = {},
): Topic<M> => ({ name, messages, guarded: options.guarded ?? false });

/** The data of one message type of a topic. */
export type MessageData<T extends Topic, K extends keyof T['messages']> = z.output<T['messages'][K]>;
