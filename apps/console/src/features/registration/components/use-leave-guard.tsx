import { Modal, Typography } from 'antd';
import { useEffect } from 'react';
import { useBlocker } from 'react-router';
import type { DraftSession } from '../draft/draft-session';
import { useRegistrationTexts } from '../texts';

/** Warns before leaving with something that is on this page only: by a link, the back button, or closing the tab. */
export function useLeaveGuard(session: DraftSession) {
  const t = useRegistrationTexts();
  const blocker = useBlocker(() => session.hasUnsaved);
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent): void => {
      if (session.hasUnsaved) event.preventDefault();
    };
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [session]);
  useEffect(() => {
    // Often all that is missing is the pause of typing: save, and go on without asking.
    if (blocker.state !== 'blocked') return;
    void session.flush().then(() => {
      if (!session.hasUnsaved) blocker.proceed();
    });
  }, [blocker, session]);
  return (
    <Modal
      open={blocker.state === 'blocked' && session.current().saveState !== 'saving'}
      title={t('save.leave')}
      okText={t('save.go')}
      cancelText={t('save.stay')}
      okButtonProps={{ danger: true }}
      onOk={() => blocker.proceed?.()}
      onCancel={() => blocker.reset?.()}
    >
      <Typography.Text>{t('save.leaveAbout')}</Typography.Text>
    </Modal>
  );
}
