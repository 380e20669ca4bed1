/** Where a contract keeps its data: nothing else is there. */
export interface EngineHome<T> {
  /** Opens the engine; every call over the same data. The contract closes what it opened. */
  open(): Promise<T>;
  /** Removes what is left behind. */
  dispose?(): Promise<void>;
}

export interface EngineUnderTest<T> {
  readonly engine: T;
  /** Closes the engine and opens it again over the same data. */
  reopen(): Promise<void>;
}

/** Opens an empty engine for each test. */
export function engineUnderTest<T extends { close(): Promise<void> }>(
  home: () => EngineHome<T> | Promise<EngineHome<T>>,
): EngineUnderTest<T> {
  let opened: { home: EngineHome<T>; engine: T } | undefined;
  const current = () => {
    if (!opened) throw new Error('the engine is opened before each test');
    return opened;
  };
  beforeEach(async () => {
    const place = await home();
    opened = { home: place, engine: await place.open() };
  });
  afterEach(async () => {
    await opened?.engine.close();
    await opened?.home.dispose?.();
    opened = undefined;
  });
  return {
    get engine() {
      return current().engine;
    },
    async reopen() {
      const { home: place, engine } = current();
      await engine.close();
      opened = { home: place, engine: await place.open() };
    },
  };
}
