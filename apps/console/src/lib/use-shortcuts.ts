import { useEffect, useRef } from 'react';

/** Names of keys as `KeyboardEvent.key`, with `alt+` before them where Alt is held. */
export type Shortcuts = Readonly<Record<string, () => void>>;

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName));

const isDialogOpen = (): boolean =>
  document.querySelector('.ant-modal-wrap:not([style*="display: none"])') !== null;

/**
 * Runs an action for a key, while nobody types and no dialog is open; with `alt+` also while typing.
 * @param enabled false switches all of them off
 */
export function useShortcuts(shortcuts: Shortcuts, enabled = true): void {
  const current = useRef(shortcuts);
  current.current = shortcuts;
  useEffect(() => {
    if (!enabled) return;
    const onKey = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.isComposing || isDialogOpen()) return;
      if (!event.altKey && isTyping(event.target)) return;
      const run = current.current[`${event.altKey ? 'alt+' : ''}${event.key}`];
      if (!run) return;
      event.preventDefault();
      run();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [enabled]);
}
