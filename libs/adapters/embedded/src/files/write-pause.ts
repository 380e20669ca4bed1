/** Keeps the writers of a database waiting while a thread of its own works on the whole of it. */
export class WritePause {
  private work: Promise<void> | undefined;

  /** What a writer must wait for; it asks again afterwards, until there is nothing. */
  get current(): Promise<void> | undefined {
    return this.work;
  }

  /** Pauses writers for as long as the work takes, after other such work. */
  async during(work: () => Promise<void>): Promise<void> {
    while (this.work) await this.work;
    const running = work();
    const settled = running.then(
      () => undefined,
      () => undefined,
    );
    this.work = settled.then(() => {
      this.work = undefined;
    });
    await this.work;
    await running;
  }
}
