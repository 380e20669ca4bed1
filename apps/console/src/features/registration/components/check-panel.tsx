import { Alert, Button, Card, Spin, Typography } from 'antd';
import { CheckList } from '../../../components/check-list';
import { ProblemAlert } from '../../../components/problem-alert';
import { useLanguage } from '../../../lib/use-language';
import { type CheckAnswer, useChecks } from '../api/check-filing';
import { useDraft } from '../draft/draft-context';
import { useRegistrationTexts } from '../texts';

interface CheckPanelProps {
  /** Leads to the first field that has a problem. */
  readonly onJump: () => void;
}

/** The server's view of the draft as it is saved: each check with its rule and source, or what stops a submission. */
export function CheckPanel({ onJump }: CheckPanelProps) {
  const t = useRegistrationTexts();
  const { state, problems } = useDraft();
  const missing = Object.keys(problems).length;
  const { data, error, isFetching, refetch } = useChecks(state.copy, missing === 0);
  return (
    <Card
      size="small"
      title={<h2 style={{ fontSize: 15, margin: 0 }}>{t('section.checks')}</h2>}
      extra={isFetching && <Spin size="small" />}
      aria-live="polite"
    >
      {missing > 0 && (
        <>
          <Typography.Paragraph type="secondary">{t('checks.waiting')}</Typography.Paragraph>
          <Button type="link" style={{ padding: 0 }} onClick={onJump}>
            {t('checks.missing', { count: missing })}
          </Button>
        </>
      )}
      {missing === 0 && <Answer error={error} answer={data} onRetry={() => void refetch()} />}
    </Card>
  );
}

interface AnswerProps {
  readonly error: unknown;
  readonly answer: CheckAnswer | undefined;
  readonly onRetry: () => void;
}

function Answer({ error, answer, onRetry }: AnswerProps) {
  const t = useRegistrationTexts();
  const language = useLanguage();
  if (error) return <ProblemAlert error={error} onRetry={onRetry} />;
  if (!answer) return null;
  return (
    <>
      {answer.rejection && (
        <Alert showIcon type="error" title={t('checks.blocked')} description={answer.rejection[language]} />
      )}
      <CheckList checks={answer.checks} />
    </>
  );
}
