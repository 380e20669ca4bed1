import type { KindBehaviour } from './kind-behaviour';

/** Other people who go elsewhere for treatment for a while: credential and form, no further proof (医保发〔2022〕22号). */
export const temporary: KindBehaviour = {
  longTerm: false,
  submitted: true,
  asks: [],
  proofChecks: () => [],
};
