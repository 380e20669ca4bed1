/** Where the values of the policies that ship come from. */
export const SOURCES = {
  notice2022: '医保发〔2022〕22号（2022-06-30 印发，2023-01-01 施行），据逐条摘要 / digest by article',
  guide2025: '央视网《跨省异地就医备案指南》，2025 年 6 月 / CCTV guide',
  forms2025: '备案材料说明（含广东表单），2025 年 2 月 / guide with the forms of Guangdong',
  xiamen2022: '厦门备案办理说明，2022 年 8 月 / Xiamen’s filing practice',
  regulation2023: '社会保险经办条例 第三十七条（重要业务分级审核） / art. 37',
  wording: '本产品参照医保发〔2022〕22号拟写，非官方文本 / our wording, not official',
  unverified: '未经核实的默认值 / unverified default',
} as const;

/** The same source for several fields of several kinds. */
export const fieldSources = (
  kinds: readonly string[],
  fields: readonly string[],
  source: string,
): Readonly<Record<string, string>> =>
  Object.fromEntries(kinds.flatMap((kind) => fields.map((field) => [`kinds.${kind}.${field}`, source])));
