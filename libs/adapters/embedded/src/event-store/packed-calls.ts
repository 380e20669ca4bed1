import type { AppendCall, RecordRow, RequestRow } from './event-store-protocol';

/**
 * Appends on their way between threads, their fields one after another. Copying two flat lists costs a fraction of
 * copying as many objects, which is most of what an append costs the main thread.
 */
export interface PackedCalls {
  readonly numbers: readonly number[];
  readonly texts: readonly string[];
}

export function packCalls(calls: readonly AppendCall[]): PackedCalls {
  const numbers: number[] = [];
  const texts: string[] = [];
  for (const { tag, records, checks, request } of calls) {
    numbers.push(tag, records.length, checks.length, request ? 1 : 0);
    for (const { stream, category, id, type, data, metadata } of records) {
      texts.push(stream, category, id, type, data, metadata);
    }
    for (const { stream, expected } of checks) {
      texts.push(stream);
      numbers.push(expected);
    }
    if (request) texts.push(request.account, request.key, request.bodyDigest, request.result);
  }
  return { numbers, texts };
}

class Unpacker {
  private nextNumber = 0;
  private nextText = 0;

  constructor(private readonly packed: PackedCalls) {}

  get done(): boolean {
    return this.nextNumber >= this.packed.numbers.length;
  }

  call(): AppendCall {
    const [tag, records, checks, requests] = [this.number(), this.number(), this.number(), this.number()];
    return {
      tag,
      records: Array.from({ length: records }, () => this.record()),
      checks: Array.from({ length: checks }, () => ({ stream: this.text(), expected: this.number() })),
      request: requests > 0 ? this.request() : undefined,
    };
  }

  private record(): RecordRow {
    return {
      stream: this.text(),
      category: this.text(),
      id: this.text(),
      type: this.text(),
      data: this.text(),
      metadata: this.text(),
    };
  }

  private request(): RequestRow {
    return { account: this.text(), key: this.text(), bodyDigest: this.text(), result: this.text() };
  }

  private number(): number {
    return present(this.packed.numbers[this.nextNumber++]);
  }

  private text(): string {
    return present(this.packed.texts[this.nextText++]);
  }
}

function present<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('packed appends end too early');
  return value;
}

export function unpackCalls(packed: PackedCalls): AppendCall[] {
  const unpacker = new Unpacker(packed);
  const calls: AppendCall[] = [];
  while (!unpacker.done) calls.push(unpacker.call());
  return calls;
}
