import { Button, Result } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

/** An address that leads nowhere. */
export function NotFoundPage() {
  const { t } = useTranslation();
  return <Result status="404" title={t('state.noSuchPage')} extra={<Link to="/">{t('state.home')}</Link>} />;
}

/** A page that failed, also when its code could not be loaded after an update of the server: reloading brings the new one. */
export function PageFailed() {
  const { t } = useTranslation();
  return (
    <Result
      status="error"
      title={t('state.pageFailed')}
      extra={
        <Button type="primary" onClick={() => window.location.reload()}>
          {t('state.reload')}
        </Button>
      }
    />
  );
}
