/** Without letters and digits that are taken for each other when read aloud or from paper. */
const SORTS = ['ABCDEFGHJKLMNPQRSTUVWXYZ', 'abcdefghijkmnpqrstuvwxyz', '23456789'] as const;
const LENGTH = 15;
const GROUP = 5;

const pick = (from: string, random: number): string => from.charAt(random % from.length);

/** A random password in groups of five, of every sort of character. */
export function temporaryPassword(): string {
  const random = crypto.getRandomValues(new Uint32Array(LENGTH));
  const characters = [...random].map((value, at) => pick(SORTS[at % SORTS.length] ?? SORTS[0], value));
  return characters.map((each, at) => (at > 0 && at % GROUP === 0 ? `-${each}` : each)).join('');
}
