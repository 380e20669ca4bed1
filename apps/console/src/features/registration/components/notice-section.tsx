import type { PolicyItems } from '@anjuan/contracts';
import { Alert, Checkbox, Typography } from 'antd';
import { ProblemAlert } from '../../../components/problem-alert';
import type { FilingDetails } from '../../../lib/filing-details';
import { useLanguage } from '../../../lib/use-language';
import { acceptNotice } from '../api/accept-notice';
import { useRegistrationTexts } from '../texts';
import { Section } from './section';
import { useDraftCommand } from './use-draft-command';

interface NoticeSectionProps {
  readonly notice: PolicyItems['notice'];
  /** The filing as saved; undefined before that. */
  readonly filing: FilingDetails | undefined;
}

/** The notice in its current version, and the tick that says it was read. */
export function NoticeSection({ notice, filing }: NoticeSectionProps) {
  const t = useRegistrationTexts();
  const language = useLanguage();
  const accept = useDraftCommand(({ filingId, revision }, version: string) =>
    acceptNotice(filingId, revision, version),
  );
  const read = filing?.notice?.version === notice.version;
  const outdated = filing?.notice?.version !== undefined && !read;
  return (
    <Section title={t('section.notice')}>
      {outdated && <Alert showIcon type="warning" title={t('notice.outdated')} style={{ marginBottom: 8 }} />}
      <Typography.Paragraph
        tabIndex={0}
        style={{
          maxHeight: 180,
          overflow: 'auto',
          whiteSpace: 'pre-wrap',
          background: '#f4f6f6',
          padding: 12,
        }}
      >
        {notice[language]}
      </Typography.Paragraph>
      <Checkbox
        id="field-notice"
        checked={read || accept.isPending}
        disabled={!filing || read || accept.isPending}
        onChange={() => accept.mutate(notice.version)}
      >
        {t('notice.read', { version: notice.version })}
      </Checkbox>
      <ProblemAlert error={accept.error} onRetry={() => accept.mutate(notice.version)} />
    </Section>
  );
}
