import { ShortcutSheet } from '../../../components/shortcut-sheet';
import { useReviewsTexts } from '../texts';

/** The keys of the queue. */
export function QueueKeys() {
  const t = useReviewsTexts();
  return (
    <ShortcutSheet
      shortcuts={[
        { keys: ['j', 'k', '↓', '↑'], does: t('key.move') },
        { keys: ['Enter'], does: t('key.open') },
        { keys: ['c'], does: t('key.claim') },
        { keys: ['r'], does: t('key.release') },
        { keys: ['x'], does: t('key.select') },
        { keys: ['C'], does: t('key.claimSelected') },
        { keys: ['a'], does: t('key.assign') },
        { keys: ['1', '…', '7'], does: t('key.tabs') },
        { keys: ['[', ']'], does: t('key.page') },
        { keys: ['u'], does: t('key.refresh') },
        { keys: ['/'], does: t('key.search') },
      ]}
    />
  );
}
