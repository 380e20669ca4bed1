/** Stands between words, so that no substring is found across a gap. */
const GAP = 'x';

/**
 * One token per character, as its code point: FTS5 then finds any substring with a phrase query, be it one
 * Chinese character, a rare one outside the basic plane, or the middle of a number, and no character of the text means
 * anything to its tokenizer or its query language.
 */
const tokensOf = (word: string): string => Array.from(word, (character) => codeOf(character)).join(' ');

const codeOf = (character: string): string => (character.codePointAt(0) ?? 0).toString(16);

/** Full width equals half width, upper case equals lower case. */
const wordsOf = (text: string): readonly string[] =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .split(/\s+/u)
    .filter((word) => word !== '');

/** What the index stores for the texts of one row. */
export const searchTokens = (texts: readonly string[]): string =>
  texts.flatMap(wordsOf).map(tokensOf).join(` ${GAP} `);

/** The query that finds rows with every word of the text as a substring; undefined when it has no word. */
export function matchExpression(text: string): string | undefined {
  const words = wordsOf(text);
  if (words.length === 0) return undefined;
  return words.map((word) => `"${tokensOf(word)}"`).join(' AND ');
}
