import type { Role } from '@anjuan/runtime';

/** Good enough for the rules, the same for all: the folders of tests hold nothing real. */
export const PASSWORD = 'Correct-horse-battery-2026';

interface Person {
  readonly displayName: string;
  readonly grants: readonly { readonly role: Role; readonly area: string }[];
}

const person = (displayName: string, role: Role, area: string): Person => ({
  displayName,
  grants: [{ role, area }],
});

/** The people of the bureau that tests begin with: Xiamen's, and one reviewer of Guangzhou. */
export const PEOPLE = {
  admin: person('系统管理员', 'administrator', '000000'),
  drafter: person('政策起草', 'registry-editor', '000000'),
  publisher: person('政策发布', 'registry-editor', '000000'),
  clerk: person('窗口一', 'clerk', '350200'),
  'clerk-b': person('窗口二', 'clerk', '350200'),
  reviewer: person('审核一', 'reviewer', '350200'),
  'reviewer-b': person('审核二', 'reviewer', '350200'),
  supervisor: person('督查', 'supervisor', '350200'),
  guangzhou: person('广州审核', 'reviewer', '440100'),
} as const satisfies Record<string, Person>;

export type PersonName = keyof typeof PEOPLE;
