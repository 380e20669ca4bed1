/** Where a finding is; what is unknown or does not apply is left out. */
export interface FindingPlace {
  readonly stream?: string;
  readonly revision?: number;
  /** Global position. */
  readonly position?: bigint;
}

/** Something in the log or its checkpoints that is not as it was written. */
export interface Finding extends FindingPlace {
  readonly code: FindingCode;
  readonly zh: string;
  readonly en: string;
}

type Text = (at: string, detail: string) => { zh: string; en: string };

const TEXTS = {
  'malformed-record': (at, detail) => ({
    zh: `${at} 的存储记录无法读取：${detail}`,
    en: `what is stored of ${at} cannot be read: ${detail}`,
  }),
  'not-as-written': (at, detail) => ({
    zh: `${at} 存储的文本（${detail}）与写入时的字节不一致`,
    en: `the stored text of ${at} (${detail}) is not byte by byte what was written`,
  }),
  'not-sealed': (at, detail) => ({
    zh: `${at} 没有有效的封印：${detail}`,
    en: `${at} is not sealed: ${detail}`,
  }),
  'hash-mismatch': (at) => ({
    zh: `${at} 的内容与其哈希不符，已被改动`,
    en: `${at} does not match its hash: it was changed`,
  }),
  'chain-broken': (at) => ({
    zh: `${at} 所记的前一事件哈希与前一事件不符`,
    en: `${at} does not follow the event before it: the previous hash differs`,
  }),
  order: (at, detail) => ({ zh: `${at} 的顺序被改动：${detail}`, en: `${at} is out of order: ${detail}` }),
  duplicate: (at) => ({ zh: `${at} 出现了不止一次`, en: `${at} stands in the log more than once` }),
  gap: (at, detail) => ({
    zh: `${at} 中间缺少事件：修订号 ${detail}`,
    en: `events are missing inside ${at}: revisions ${detail}`,
  }),
  'position-gap': (at, detail) => ({
    zh: `日志位置不连续，自 ${at} 起共缺少 ${detail} 个`,
    en: `positions of the log are empty, from ${at} on: ${detail} in all`,
  }),
  'tail-cut': (at, detail) => ({
    zh: `${at} 的尾部被截断，缺少检查点已覆盖的修订号 ${detail}`,
    en: `the tail of ${at} was cut: revisions ${detail}, covered by a checkpoint, are missing`,
  }),
  'log-cut': (_, detail) => ({
    zh: `日志尾部被截断，缺少检查点已覆盖的最后 ${detail} 个事件`,
    en: `the tail of the log was cut: the last ${detail} events that a checkpoint covers are missing`,
  }),
  'stream-deleted': (at, detail) => ({
    zh: `整个流 ${at} 已被删除，检查点覆盖了它的 ${detail} 个事件`,
    en: `the stream ${at} was deleted: a checkpoint covers ${detail} of its events`,
  }),
  rewritten: (at, detail) => ({
    zh: `${at} 起的 ${detail} 个事件被重写并重新计算了哈希，与检查点覆盖的不同`,
    en: `${detail} events from ${at} on were rewritten with fresh hashes: they differ from what a checkpoint covers`,
  }),
  inserted: (at) => ({
    zh: `${at} 位于检查点已覆盖的范围内，但检查点中没有它`,
    en: `${at} was inserted: it stands where a checkpoint covers the log, and the checkpoint does not know it`,
  }),
  'leaf-differs': (at, detail) => ({
    zh: `${at} 与叶子文件不一致，而叶子文件本身与签名不符：${detail}`,
    en: `${at} and the leaves file differ, and the leaves file itself does not match its signature: ${detail}`,
  }),
  'leaf-malformed': (_, detail) => ({
    zh: `叶子文件第 ${detail} 行无法读取`,
    en: `line ${detail} of the leaves file cannot be read`,
  }),
  'leaves-root': (_, detail) => ({
    zh: `叶子文件的根与已签名的检查点不符（${detail}）`,
    en: `the leaves file does not give the root that was signed (${detail})`,
  }),
  'leaves-short': (_, detail) => ({
    zh: `叶子文件不完整：${detail}`,
    en: `the leaves file is incomplete: ${detail}`,
  }),
  'checkpoint-malformed': (_, detail) => ({
    zh: `检查点文件第 ${detail} 行无法读取`,
    en: `line ${detail} of the checkpoints file is no checkpoint`,
  }),
  'checkpoint-signature': (_, detail) => ({
    zh: `检查点文件第 ${detail} 行的签名无效`,
    en: `line ${detail} of the checkpoints file was not signed by this office`,
  }),
  'checkpoint-chain': (_, detail) => ({
    zh: `检查点文件第 ${detail} 行与前一检查点不相连`,
    en: `line ${detail} of the checkpoints file does not follow the checkpoint before it`,
  }),
  'checkpoints-missing': (_, detail) => ({
    zh: `没有可用的检查点：${detail}`,
    en: `there is no checkpoint: ${detail}`,
  }),
  'checkpoint-stale': (at, detail) => ({
    zh: `检查点已过时：自 ${at} 起 ${detail}`,
    en: `the checkpoints are stale: from ${at} on, ${detail}`,
  }),
  'checkpoint-removed': (_, detail) => ({
    zh: `另处保存的检查点与检查点文件夹不符：${detail}`,
    en: `a checkpoint kept elsewhere does not agree with the folder: ${detail}`,
  }),
  'public-key-differs': (_, detail) => ({
    zh: `检查点文件夹中的公钥与本机构的公钥不符：${detail}`,
    en: `the public key in the checkpoint folder is not that of this office: ${detail}`,
  }),
} satisfies Record<string, Text>;

/** Stable names of what `verifyLog` can find. */
export type FindingCode = keyof typeof TEXTS;

const placeName = ({ stream, revision, position }: FindingPlace): string => {
  if (stream !== undefined) return revision === undefined ? stream : `${stream}@${revision}`;
  return position === undefined ? '' : `#${position}`;
};

/** Collects findings, each once; beyond a limit they are only counted. */
export class Findings {
  private readonly found = new Map<string, Finding>();
  private more = 0;

  constructor(private readonly limit: number) {}

  add(code: FindingCode, place: FindingPlace, detail: string | number = ''): void {
    const text: Text = TEXTS[code];
    const finding = { code, ...place, ...text(placeName(place), String(detail)) };
    const key = `${code} ${finding.en}`;
    if (this.found.has(key)) return;
    if (this.found.size < this.limit) this.found.set(key, finding);
    else this.more += 1;
  }

  list(): readonly Finding[] {
    return [...this.found.values()];
  }

  /** How many were found beyond the limit. */
  get omitted(): number {
    return this.more;
  }
}
