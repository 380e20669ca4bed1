import { Button, Result } from 'antd';
import { useTranslation } from 'react-i18next';

/** The server does not answer; nothing on the page is lost. */
export function Unreachable({ onRetry }: { readonly onRetry: () => void }) {
  const { t } = useTranslation();
  return (
    <Result
      status="warning"
      title={t('state.offline')}
      extra={
        <Button type="primary" onClick={onRetry}>
          {t('action.retry')}
        </Button>
      }
    />
  );
}
