/** Where the values of the policies that ship come from. */
export const SOURCES = {
  notice2022: '医保发〔2022〕22号 (issued 2022-06-30, in force 2023-01-01), as digested by article',
  guide2025: 'CCTV guide to filing for care in another province, June 2025',
  forms2025: 'Guide to the papers asked for, with the forms of Guangdong, February 2025',
  xiamen2022: 'Description of Xiamen’s filing practice, August 2022',
  regulation2023: '社会保险经办条例 art. 37 (graded review of important business)',
  wording: 'Wording of this product after 医保发〔2022〕22号; not an official text',
  unverified: 'unverified default',
} as const;

/** The same source for several fields of several kinds. */
export const fieldSources = (
  kinds: readonly string[],
  fields: readonly string[],
  source: string,
): Readonly<Record<string, string>> =>
  Object.fromEntries(kinds.flatMap((kind) => fields.map((field) => [`kinds.${kind}.${field}`, source])));
