import { useState } from 'react';
import type { ReviewRow } from '../api/review-row';

export interface QueueSelection {
  /** Id of the review the keys act on. */
  readonly marked: string | undefined;
  readonly mark: (reviewId: string) => void;
  /** Marks the row so many further down. */
  readonly move: (step: number) => void;
  readonly selected: ReadonlySet<string>;
  readonly toggle: (reviewId: string) => void;
  readonly select: (reviewIds: readonly string[]) => void;
}

/** The marked row and the selected ones, by id, so that they stay theirs when the list is refreshed. */
export function useQueueSelection(rows: readonly ReviewRow[]): QueueSelection {
  const [marked, mark] = useState<string>();
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const shown = new Set([...selected].filter((id) => rows.some(({ reviewId }) => reviewId === id)));
  return {
    marked,
    mark,
    move: (step) => {
      const at = rows.findIndex(({ reviewId }) => reviewId === marked);
      const next = rows[Math.min(Math.max(at + step, 0), rows.length - 1)];
      if (next) mark(next.reviewId);
    },
    selected: shown,
    toggle: (reviewId) =>
      setSelected(
        shown.has(reviewId)
          ? new Set([...shown].filter((each) => each !== reviewId))
          : new Set([...shown, reviewId]),
      ),
    select: (reviewIds) => setSelected(new Set(reviewIds)),
  };
}
