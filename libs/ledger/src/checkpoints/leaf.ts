import type { StoredEvent } from '@anjuan/event-sourcing';
import { z } from 'zod';

/** What the tree says about an event. */
export interface Leaf {
  readonly stream: string;
  readonly revision: number;
  readonly hash: string;
}

const leafSchema = z.tuple([z.string(), z.int().nonnegative(), z.string()]);

/** The leaf of an event as its line in the leaves file: `["filing-1",0,"<hash>"]`, without the line end. */
export const leafLine = ({ stream, revision, hash }: Leaf): string =>
  JSON.stringify([stream, revision, hash]);

export const leafOf = ({ stream, revision, metadata }: StoredEvent): Leaf => ({
  stream,
  revision,
  hash: metadata.hash ?? '',
});

/** Undefined when the line is no leaf. */
export function parseLeaf(line: string): Leaf | undefined {
  try {
    const [stream, revision, hash] = leafSchema.parse(JSON.parse(line));
    return { stream, revision, hash };
  } catch {
    return undefined;
  }
}
