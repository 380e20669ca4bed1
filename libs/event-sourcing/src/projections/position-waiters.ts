/** Lets readers wait until a position is reached. */
export class PositionWaiters {
  private waiting: { position: bigint; resolve: (reached: boolean) => void }[] = [];
  position = -1n;
  private ended = false;

  advance(position: bigint): void {
    this.position = position;
    if (this.waiting.length === 0) return;
    const ready = this.waiting.filter((waiter) => waiter.position <= position);
    this.waiting = this.waiting.filter((waiter) => waiter.position > position);
    for (const waiter of ready) waiter.resolve(true);
  }

  /** No position will come any more: whoever waits, or asks from now on, need not wait for the time to run out. */
  end(): void {
    this.ended = true;
    const left = this.waiting;
    this.waiting = [];
    for (const waiter of left) waiter.resolve(false);
  }

  /** @returns false when `timeoutMs` went by first, or no position will come any more */
  reached(position: bigint, timeoutMs: number): Promise<boolean> {
    if (this.position >= position) return Promise.resolve(true);
    if (this.ended) return Promise.resolve(false);
    return new Promise((resolve) => {
      const waiter = {
        position,
        resolve: (reached: boolean) => {
          clearTimeout(timer);
          resolve(reached);
        },
      };
      const timer = setTimeout(() => {
        this.waiting = this.waiting.filter((other) => other !== waiter);
        resolve(false);
      }, timeoutMs);
      this.waiting.push(waiter);
    });
  }
}
