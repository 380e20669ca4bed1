/** Lets readers wait until a position is reached. */
export class PositionWaiters {
  private waiting: { position: bigint; resolve: (reached: boolean) => void }[] = [];
  position = -1n;

  advance(position: bigint): void {
    this.position = position;
    if (this.waiting.length === 0) return;
    const ready = this.waiting.filter((waiter) => waiter.position <= position);
    this.waiting = this.waiting.filter((waiter) => waiter.position > position);
    for (const waiter of ready) waiter.resolve(true);
  }

  /** @returns false when `timeoutMs` went by first */
  reached(position: bigint, timeoutMs: number): Promise<boolean> {
    if (this.position >= position) return Promise.resolve(true);
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
