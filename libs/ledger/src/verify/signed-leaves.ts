import type { Checkpoint } from '../checkpoints/checkpoint';
import { type Leaf, parseLeaf } from '../checkpoints/leaf';
import { readLines } from '../checkpoints/line-file';
import { CompactRange } from '../merkle/compact-range';
import type { Findings } from './finding';

/** A checkpoint to compare with, and whether it comes from the folder or was kept elsewhere. */
interface Expected {
  readonly checkpoint: Checkpoint;
  readonly elsewhere: boolean;
}

/** Reads the leaves that the checkpoints cover, one after another, and compares the roots on the way. */
export class SignedLeaves {
  private readonly range: CompactRange;
  private readonly lines: AsyncGenerator<Buffer>;
  private readonly expected: Expected[];
  private readonly size: number;
  private trusted = 0;
  private ended = false;
  private wrongRoot = false;

  constructor(
    path: string,
    checkpoints: readonly Checkpoint[],
    known: readonly Checkpoint[],
    private readonly findings: Findings,
  ) {
    this.lines = readLines(path);
    this.range = CompactRange.empty(checkpoints[0]?.hashAlgorithm ?? 'sha256');
    this.size = checkpoints.at(-1)?.treeSize ?? 0;
    this.expected = [
      ...checkpoints.map((checkpoint) => ({ checkpoint, elsewhere: false })),
      ...known.map((checkpoint) => ({ checkpoint, elsewhere: true })),
    ].sort((a, b) => a.checkpoint.treeSize - b.checkpoint.treeSize);
  }

  /** How many leaves gave a root that was signed: about these the file says the truth. */
  get trustedSize(): number {
    return this.trusted;
  }

  /** The next leaf; `undefined` for a line that is none, `'end'` after the last one that is covered. */
  async next(): Promise<Leaf | undefined | 'end'> {
    if (this.ended || this.range.size >= this.size) return this.end();
    const { value, done } = await this.lines.next();
    if (done) return this.end();
    this.range.append(value);
    this.compareRoot();
    const leaf = parseLeaf(value.toString('utf8'));
    if (!leaf) this.findings.add('leaf-malformed', {}, this.range.size);
    return leaf;
  }

  private async end(): Promise<'end'> {
    if (this.ended) return 'end';
    this.ended = true;
    await this.lines.return(undefined);
    if (this.range.size < this.size)
      this.findings.add('leaves-short', {}, `${this.range.size} < ${this.size}`);
    for (const { checkpoint, elsewhere } of this.expected) {
      if (elsewhere) this.findings.add('checkpoint-removed', {}, describe(checkpoint));
    }
    return 'end';
  }

  private compareRoot(): void {
    const size = this.range.size;
    for (let next = this.expected[0]; next?.checkpoint.treeSize === size; next = this.expected[0]) {
      this.expected.shift();
      if (next.checkpoint.root !== this.range.root()) this.wrong(next);
      else if (!next.elsewhere) this.trusted = size;
    }
  }

  /** The tree only grows, so that one wrong root makes all later ones wrong: the first is named. */
  private wrong({ checkpoint, elsewhere }: Expected): void {
    if (elsewhere) this.findings.add('checkpoint-removed', {}, describe(checkpoint));
    else if (!this.wrongRoot) this.findings.add('leaves-root', {}, describe(checkpoint));
    this.wrongRoot ||= !elsewhere;
  }
}

const describe = ({ treeSize, signedAt }: Checkpoint): string => `${treeSize}, ${signedAt}`;
