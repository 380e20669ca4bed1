import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Problem } from '../lib/problem';

interface ProblemAlertProps {
  readonly error: unknown;
  readonly onRetry?: () => void;
}

/** Says what went wrong and what to do next, in the page's language. */
export function ProblemAlert({ error, onRetry }: ProblemAlertProps) {
  const { t, i18n } = useTranslation();
  if (!error) return null;
  const language = i18n.language === 'en' ? 'en' : 'zh';
  const body = error instanceof Problem ? error.body : undefined;
  const retry = onRetry && (
    <Button size="small" onClick={onRetry}>
      {t('action.retry')}
    </Button>
  );
  return (
    <Alert
      type={body ? 'error' : 'warning'}
      showIcon
      role="alert"
      action={retry}
      title={body ? body.messages[language] : t('state.offline')}
      description={
        body && (
          <>
            <div>{body.next[language]}</div>
            {body.errors?.map(({ path, message }) => (
              <div key={path}>
                <code>{path}</code> {message}
              </div>
            ))}
            {body.status >= 500 && (
              <div>
                {t('state.reference')}: <code>{body.correlationId}</code>
              </div>
            )}
          </>
        )
      }
    />
  );
}
