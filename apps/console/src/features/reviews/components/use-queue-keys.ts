import type { CursorPages } from '../../../lib/use-cursor-pages';
import { useShortcuts } from '../../../lib/use-shortcuts';
import type { ReviewRow } from '../api/review-row';
import { TABS, type Tab } from './use-queue-filters';
import type { QueueSelection } from './use-queue-selection';

interface QueueKeys {
  readonly selection: QueueSelection;
  readonly marked: ReviewRow | undefined;
  readonly pages: CursorPages;
  readonly next: string | undefined;
  readonly onOpen: (review: ReviewRow) => void;
  readonly onTab: (tab: Tab) => void;
  readonly onRefresh: () => void;
  /** Missing while one may not, or while one is under way. */
  readonly claiming?: {
    readonly claim: (review: ReviewRow) => void;
    readonly release: (review: ReviewRow) => void;
  };
}

/** The queue at the keyboard. */
export function useQueueKeys(queue: QueueKeys): void {
  const { selection, marked, pages, next, onOpen, onTab, onRefresh, claiming } = queue;
  const down = () => selection.move(1);
  const up = () => selection.move(-1);
  const open = () => marked && onOpen(marked);
  useShortcuts({
    j: down,
    ArrowDown: down,
    k: up,
    ArrowUp: up,
    Enter: open,
    x: () => marked && selection.toggle(marked.reviewId),
    u: onRefresh,
    c: () => marked && claiming?.claim(marked),
    r: () => marked && claiming?.release(marked),
    ']': () => next !== undefined && pages.next(next),
    '[': () => pages.page > 1 && pages.previous(),
    ...Object.fromEntries(TABS.map((tab, at) => [String(at + 1), () => onTab(tab)])),
  });
}
