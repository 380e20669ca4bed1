/** The keys used last, in memory; the database has the rest, a read away. */
export class KeyCache {
  private readonly keys = new Map<string, Uint8Array>();

  constructor(private readonly limit: number) {}

  get(keyId: string): Uint8Array | undefined {
    const key = this.keys.get(keyId);
    if (key) this.put(keyId, key);
    return key;
  }

  put(keyId: string, key: Uint8Array): void {
    this.keys.delete(keyId);
    this.keys.set(keyId, key);
    if (this.keys.size <= this.limit) return;
    for (const oldest of this.keys.keys()) {
      this.keys.delete(oldest);
      return;
    }
  }

  delete(keyId: string): void {
    this.keys.delete(keyId);
  }
}
