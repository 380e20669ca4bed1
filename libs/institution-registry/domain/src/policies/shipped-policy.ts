import type { PolicyContent } from '../region-policy/region-policy.commands';

/** A policy that the product brings along; the first start drafts and publishes it by the real commands. */
export type ShippedPolicy = PolicyContent & { readonly area: string };
