import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Col, Flex, Form, Popconfirm, Row } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { DocumentModal } from '../../../components/document-modal';
import { PageHeader } from '../../../components/page-header';
import { ProblemAlert } from '../../../components/problem-alert';
import { ShortcutSheet } from '../../../components/shortcut-sheet';
import { FilingStatusTag } from '../../../components/status-tags';
import type { FilingDetails } from '../../../lib/filing-details';
import { newKey } from '../../../lib/new-key';
import { useShortcuts } from '../../../lib/use-shortcuts';
import { discardDraft } from '../api/discard-draft';
import { submitFiling } from '../api/submit-filing';
import { DraftContext } from '../draft/draft-context';
import type { DraftSession } from '../draft/draft-session';
import { useRegistrationTexts } from '../texts';
import { CheckPanel } from './check-panel';
import { ConflictModal } from './conflict-modal';
import { DraftSections } from './draft-sections';
import { SaveLine } from './save-line';
import { useDesk } from './use-desk';
import { useLeaveGuard } from './use-leave-guard';

interface DraftFormProps {
  readonly session: DraftSession;
  /** The filing as loaded; undefined before the first save. */
  readonly filing: FilingDetails | undefined;
}

/** The form of a draft, or of a filing that came back for a supplement. */
export function DraftForm({ session, filing }: DraftFormProps) {
  const t = useRegistrationTexts();
  const desk = useDesk(session);
  const { state, problems, showEverything } = desk;
  const again = filing?.status === 'returned';
  const submit = useSubmit(session, again);
  const guard = useLeaveGuard(session);
  const [printing, setPrinting] = useState(false);
  const area = useRef<HTMLDivElement>(null);

  const jump = (): void => {
    showEverything();
    const at = Object.keys(problems).map((path) => `#field-${path.replace('.', '-')}`);
    const first = at.map((id) => area.current?.querySelector<HTMLElement>(id)).find((found) => found);
    first?.scrollIntoView({ block: 'center' });
    first?.focus();
  };
  const onSubmit = (): void => {
    const complete = Object.keys(problems).length === 0 && desk.kind !== undefined;
    if (complete && !submit.isPending) submit.mutate();
    else jump();
  };
  useShortcuts({ 'alt+s': onSubmit, 'alt+p': () => state.copy && setPrinting(true) });

  return (
    <DraftContext value={desk}>
      <PageHeader
        title={t(again ? 'title.supplement' : state.copy ? 'title.edit' : 'title.new')}
        tags={filing && <FilingStatusTag status={filing.status} />}
        about={<SaveLine state={state} />}
        actions={<Keys />}
      />
      <ProblemAlert error={state.saveState === 'refused' ? state.error : undefined} />
      <Form layout="vertical" component="div">
        <Row gutter={16} ref={area}>
          <Col xs={24} xl={16}>
            <DraftSections filing={filing} />
          </Col>
          <Col xs={24} xl={8}>
            <Flex vertical gap={12} style={{ position: 'sticky', top: 12 }}>
              <CheckPanel onJump={jump} />
              <ProblemAlert error={submit.error} onRetry={onSubmit} />
              <Button type="primary" size="large" block loading={submit.isPending} onClick={onSubmit}>
                {t(again ? 'submit.again' : 'submit.new')}
              </Button>
              <Flex gap={8} wrap>
                <Button disabled={!state.copy} onClick={() => setPrinting(true)}>
                  {t('submit.print')}
                </Button>
                {filing?.status === 'draft' && <Discard session={session} />}
              </Flex>
            </Flex>
          </Col>
        </Row>
      </Form>
      <ConflictModal session={session} state={state} />
      <DocumentModal
        path={printing && state.copy ? `/filings/${state.copy.filingId}/form.pdf` : undefined}
        title={t('result.form')}
        fileName={`${t('result.form')}.pdf`}
        onClose={() => setPrinting(false)}
      />
      {guard}
    </DraftContext>
  );
}

/** One key for one wish to submit, so that a retry after a lost answer does not submit twice. */
function useSubmit(session: DraftSession, again: boolean) {
  const queries = useQueryClient();
  const key = useRef(newKey());
  return useMutation({
    mutationFn: () =>
      session.run(({ filingId, revision }) => submitFiling(filingId, revision, again, key.current)),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['filing'] }),
    onError: () => {
      key.current = newKey();
    },
  });
}

function Discard({ session }: { readonly session: DraftSession }) {
  const t = useRegistrationTexts();
  const { t: shell } = useTranslation();
  const navigate = useNavigate();
  const discard = useMutation({
    mutationFn: () => session.run(({ filingId, revision }) => discardDraft(filingId, revision)),
    onSuccess: () => navigate('/filings'),
  });
  return (
    <>
      <Popconfirm
        title={t('submit.discard')}
        description={t('submit.discardAbout')}
        okText={shell('action.confirm')}
        cancelText={shell('action.cancel')}
        onConfirm={() => discard.mutate()}
      >
        <Button danger loading={discard.isPending}>
          {t('submit.discard')}
        </Button>
      </Popconfirm>
      <ProblemAlert error={discard.error} />
    </>
  );
}

function Keys() {
  const t = useRegistrationTexts();
  return (
    <ShortcutSheet
      shortcuts={[
        { keys: ['Alt+S'], does: t('key.submit') },
        { keys: ['Alt+P'], does: t('key.print') },
        { keys: ['Alt+N'], does: t('key.next') },
      ]}
    />
  );
}
