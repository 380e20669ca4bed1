/** Lets callers wait for the next change without missing one that came while they looked. */
export class Progress {
  private waiting: { resolve: () => void; reject: (error: unknown) => void }[] = [];
  private count = 0;

  /** To be taken before looking whether a wait is needed. */
  get mark(): number {
    return this.count;
  }

  made(): void {
    this.count++;
    for (const { resolve } of this.take()) resolve();
  }

  failed(error: unknown): void {
    for (const { reject } of this.take()) reject(error);
  }

  /** Resolves at the first change after the mark. */
  since(mark: number): Promise<void> {
    if (mark !== this.count) return Promise.resolve();
    return new Promise((resolve, reject) => this.waiting.push({ resolve, reject }));
  }

  private take() {
    const waiting = this.waiting;
    this.waiting = [];
    return waiting;
  }
}
