import { useState } from 'react';

export interface CursorPages {
  /** Cursor of the page shown; undefined on the first. */
  readonly cursor: string | undefined;
  /** Page number, from 1. */
  readonly page: number;
  readonly next: (cursor: string) => void;
  readonly previous: () => void;
}

/**
 * Pages of a list that is read by cursors: forward to what the server names, back the way one came.
 * @param question what is asked; another question starts at the first page
 */
export function useCursorPages(question: string): CursorPages {
  const [state, setState] = useState({ question, cursors: [] as readonly string[] });
  const cursors = state.question === question ? state.cursors : [];
  return {
    cursor: cursors[cursors.length - 1],
    page: cursors.length + 1,
    next: (cursor) => setState({ question, cursors: [...cursors, cursor] }),
    previous: () => setState({ question, cursors: cursors.slice(0, -1) }),
  };
}
