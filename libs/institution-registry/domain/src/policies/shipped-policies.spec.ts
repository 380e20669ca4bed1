import {
  type Channel,
  completionOf,
  completionSchema,
  type PolicyLevel,
  policyOrigins,
  resolvePolicy,
} from '@anjuan/contracts';
import { checkPolicy } from '../region-policy/policy-rules';
import { policyContentSchema } from '../region-policy/region-policy.commands';
import { guangdongPolicy } from './guangdong-policy';
import { nationalPolicy } from './national-policy';
import type { ShippedPolicy } from './shipped-policy';
import { xiamenPolicy } from './xiamen-policy';

const level = (policy: ShippedPolicy): PolicyLevel => ({ ...policy, version: 1 });
const levels = [nationalPolicy, guangdongPolicy, xiamenPolicy].map(level);
const XIAMEN = ['000000', '350000', '350200'];
const GUANGZHOU = ['000000', '440000', '440100'];
const FUZHOU = ['000000', '350000', '350100'];

function resolved(path: readonly string[]) {
  const policy = resolvePolicy(path, levels, '2026-03-02');
  if (!policy) throw new Error(`nothing resolves for ${path.join('/')}`);
  return policy;
}

function kindOf(path: readonly string[], code: string) {
  const kind = resolved(path).items.kinds[code];
  if (!kind) throw new Error(`no kind ${code}`);
  return kind;
}

describe('the policies that ship', () => {
  it.each([nationalPolicy, guangdongPolicy, xiamenPolicy])('keep the rules of a draft: $area', (policy) => {
    const { area, ...content } = policy;
    expect(policyContentSchema.parse(content)).toEqual(content);
    const above = area === '000000' ? [] : [level(nationalPolicy)];
    checkPolicy(content, { path: [area], above, earlier: [] });
  });

  it('offer the six national kinds where no region says otherwise', () => {
    expect(resolved(FUZHOU).items.offeredKinds).toEqual([
      'RETIRED_RESETTLED',
      'LONG_TERM_RESIDENT',
      'STATIONED_WORKER',
      'REFERRED',
      'EMERGENCY',
      'OTHER_TEMPORARY',
    ]);
  });

  it('do not resolve before the rules of 2022 came into force', () => {
    expect(resolvePolicy(FUZHOU, levels, '2022-12-31')).toBeUndefined();
  });

  it('let Guangdong add maternity on its own form and title the others its own way', () => {
    const { items } = resolved(GUANGZHOU);
    expect(items.offeredKinds).toHaveLength(7);
    expect(items.kinds.MATERNITY?.formTitle).toBe('广东省异地就医生育保险登记备案表');
    expect(items.kinds.REFERRED?.formTitle).toBe('广东省异地就医备案登记表');
    expect(items.kinds.REFERRED?.materials.at(-1)?.name.zh).toBe('签字的广东省异地就医备案登记表');
  });

  it('let Xiamen offer two categories, each mapped to a national kind', () => {
    const { items } = resolved(XIAMEN);
    expect(items.offeredKinds).toEqual(['XM_LONG_TERM', 'XM_TEMPORARY']);
    expect(items.kinds.XM_LONG_TERM).toMatchObject({
      name: { zh: '跨省异地长期居住人员' },
      nationalKind: 'LONG_TERM_RESIDENT',
      bothWay: 'yes',
      formTitle: '厦门市跨省异地就医登记备案表',
    });
    expect(items.kinds.XM_TEMPORARY).toMatchObject({
      name: { zh: '跨省临时外出就医人员' },
      validity: { rule: 'range' },
    });
  });

  it('give Xiamen the nation’s value where it sets none, and say so', () => {
    const origins = policyOrigins(XIAMEN, levels, '2026-03-02');
    expect(origins.notice?.area).toBe('000000');
    expect(origins.advice?.area).toBe('350200');
    expect(Object.values(origins).every(({ source }) => (source ?? '') !== '')).toBe(true);
  });

  it.each<[string, readonly string[], string, Channel, boolean, string]>([
    ['a long-term filing by letter', FUZHOU, 'LONG_TERM_RESIDENT', 'app', true, 'automatic'],
    [
      'a long-term filing with proof at the counter',
      FUZHOU,
      'RETIRED_RESETTLED',
      'counter',
      false,
      'one-visit',
    ],
    ['a stationed worker with proof', FUZHOU, 'STATIONED_WORKER', 'counter', false, 'one-reviewer'],
    ['a referral', FUZHOU, 'REFERRED', 'counter', false, 'two-levels'],
    ['temporary care', FUZHOU, 'OTHER_TEMPORARY', 'website', false, 'one-reviewer'],
    ['Xiamen online with the letter ticked', XIAMEN, 'XM_TEMPORARY', 'app', true, 'automatic'],
    ['Xiamen at the counter with the letter', XIAMEN, 'XM_LONG_TERM', 'counter', true, 'one-visit'],
    ['Xiamen online with proof instead', XIAMEN, 'XM_TEMPORARY', 'app', false, 'one-reviewer'],
  ])('say who completes %s', (_, path, code, channel, byLetter, completion) => {
    expect(completionOf(kindOf(path, code), channel, byLetter)).toBe(completion);
  });

  it('use every way of completing a filing somewhere', () => {
    const used = levels.flatMap(({ items }) =>
      Object.values(items.kinds ?? {}).flatMap((kind) => Object.values(kind.completion)),
    );
    const byLetter = levels.flatMap(({ items }) =>
      Object.values(items.kinds ?? {}).flatMap((kind) => Object.values(kind.completionWithLetter ?? {})),
    );
    expect(new Set([...used, ...byLetter])).toEqual(new Set(completionSchema.options));
  });
});
