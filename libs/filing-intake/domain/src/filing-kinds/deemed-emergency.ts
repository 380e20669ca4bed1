import type { KindBehaviour } from './kind-behaviour';

/**
 * Emergency rescue while away counts as filed (急诊视同备案, 医保发〔2022〕22号): the settlement's flag makes the filing,
 * nobody submits or reviews it, and the bureau may only check afterwards.
 */
export const deemedEmergency: KindBehaviour = {
  longTerm: false,
  submitted: false,
  asks: [],
  proofChecks: () => [],
};
