import { Flex, Tag, Typography } from 'antd';
import { useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { DeadlineTag } from '../../../components/deadline-tag';
import { DocumentModal } from '../../../components/document-modal';
import { PageHeader } from '../../../components/page-header';
import { ShortcutSheet } from '../../../components/shortcut-sheet';
import { FilingStatusTag, ReviewStatusTag, UploadStatusTag } from '../../../components/status-tags';
import { useSharedTexts } from '../../../components/texts';
import { useShortcuts } from '../../../lib/use-shortcuts';
import { useCaseTexts } from '../texts';
import { CaseActions } from './case-actions';
import { useCase } from './case-context';

/** Who and which number, where the case stands, when it is due, and what can be done. */
export function CaseHeader() {
  const t = useCaseTexts();
  const navigate = useNavigate();
  const { details } = useCase();
  const { data, summary, filingId } = details;
  const [printed, setPrinted] = useState<'form' | 'receipt'>();
  const arrived = useLocation().key !== 'default';
  const back = () => void (arrived ? navigate(-1) : navigate('/filings'));
  useShortcuts({ p: () => setPrinted('form'), u: back });
  return (
    <>
      <PageHeader
        title={data.applicant?.name ?? t('notNamed')}
        tags={<CaseTags />}
        about={
          <Flex gap={12} wrap align="center">
            <Typography.Text copyable={summary?.filingNumber !== undefined} className="num">
              {summary?.filingNumber ?? t('notNumbered')}
            </Typography.Text>
          </Flex>
        }
        actions={
          <>
            <CaseActions onPrint={setPrinted} />
            <Keys />
          </>
        }
      />
      <DocumentModal
        path={printed && `/filings/${filingId}/${printed}.pdf`}
        title={t(`action.${printed ?? 'form'}`)}
        fileName={`${summary?.filingNumber ?? filingId}-${printed}.pdf`}
        onClose={() => setPrinted(undefined)}
      />
    </>
  );
}

function CaseTags() {
  const shared = useSharedTexts();
  const { details, review } = useCase();
  const { status, suspended, pending, promised, summary, upload, dueOn } = details;
  const open = status === 'submitted' || status === 'returned' || pending !== undefined;
  return (
    <Flex gap={4} wrap align="center">
      <FilingStatusTag status={status} />
      {suspended && <Tag color="error">{shared('flag.suspended')}</Tag>}
      {pending && pending.subject !== 'new' && (
        <Tag color="processing">{shared(`subject.${pending.subject}`)}</Tag>
      )}
      {open && review && <ReviewStatusTag status={review.status} />}
      {promised?.state === 'open' && (
        <Tag color={promised.overdue ? 'error' : 'warning'}>
          {shared(promised.overdue ? 'flag.letterOverdue' : 'flag.letterOpen')}
        </Tag>
      )}
      {summary?.manualOnly && <Tag>{shared('flag.manualOnly')}</Tag>}
      {upload.status !== 'nothing' && <UploadStatusTag status={upload.status} />}
      {open && dueOn !== undefined && <DeadlineTag dueOn={dueOn} />}
    </Flex>
  );
}

function Keys() {
  const t = useCaseTexts();
  return (
    <ShortcutSheet
      shortcuts={[
        { keys: ['← →'], does: t('key.previousFile') },
        { keys: ['+ − 0'], does: t('key.zoom') },
        { keys: ['r'], does: t('key.rotate') },
        { keys: ['c'], does: t('key.claim') },
        { keys: ['l'], does: t('key.release') },
        { keys: ['a'], does: t('key.approve') },
        { keys: ['s'], does: t('key.supplement') },
        { keys: ['x'], does: t('key.reject') },
        { keys: ['p'], does: t('key.print') },
        { keys: ['u'], does: t('key.back') },
      ]}
    />
  );
}
