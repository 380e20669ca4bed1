import { MoreOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useMay } from '../../../lib/session/session-context';
import { useCaseTexts } from '../texts';
import { ActionModal, type CaseAction } from './action-modal';
import { type CaseDesk, useCase } from './case-context';

interface CaseActionsProps {
  readonly onPrint: (what: 'form' | 'receipt') => void;
}

/** What can be done with the filing as it stands, by those who may. */
export function CaseActions({ onPrint }: CaseActionsProps) {
  const t = useCaseTexts();
  const navigate = useNavigate();
  const desk = useCase();
  const mayRegister = useMay('filing:register');
  const mayRevoke = useMay('filing:revoke');
  const [open, setOpen] = useState<CaseAction>();
  const { filingId, status, summary } = desk.details;
  const actions = [...(mayRegister ? clerkActions(desk) : []), ...(mayRevoke ? supervisorActions(desk) : [])];
  const editing = mayRegister && (status === 'draft' || status === 'returned');
  const main = actions.filter((action) => MAIN.has(action));
  const more = actions.filter((action) => !MAIN.has(action));
  return (
    <>
      {editing && (
        <Button type="primary" onClick={() => void navigate(`/filings/${filingId}/edit`)}>
          {t(status === 'draft' ? 'action.edit' : 'action.supplement')}
        </Button>
      )}
      {main.map((action) => (
        <Button key={action} type="primary" onClick={() => setOpen(action)}>
          {t(`action.${action}`)}
        </Button>
      ))}
      <Button onClick={() => onPrint('form')}>{t('action.form')}</Button>
      {summary && <Button onClick={() => onPrint('receipt')}>{t('action.receipt')}</Button>}
      {more.length > 0 && (
        <Dropdown
          trigger={['click']}
          menu={{
            items: more.map((action) => ({
              key: action,
              label: t(`action.${action}`),
              danger: DANGER.has(action),
            })),
            onClick: ({ key }) => setOpen(more.find((action) => action === key)),
          }}
        >
          <Button icon={<MoreOutlined />}>{t('action.more')}</Button>
        </Dropdown>
      )}
      <ActionModal action={open} onClose={() => setOpen(undefined)} />
    </>
  );
}

/** What the case is waiting for. */
const MAIN: ReadonlySet<CaseAction> = new Set(['proof', 'resubmit', 'retry']);
const DANGER: ReadonlySet<CaseAction> = new Set(['cancel', 'revoke', 'breach']);

function clerkActions({ details, policy }: CaseDesk): readonly CaseAction[] {
  const { status, pending, promised, upload, summary } = details;
  const inForce = status === 'approved' || status === 'active';
  const kind = summary && policy?.kinds[summary.kind];
  const quiet = inForce && !pending;
  const offered: readonly (CaseAction | false)[] = [
    inForce && promised?.state === 'open' && 'proof',
    inForce && pending?.returned !== undefined && 'resubmit',
    upload.status === 'failed' && 'retry',
    quiet && kind?.behaviour !== 'deemed-emergency' && 'change',
    quiet && kind?.extension.allowed === true && summary?.endsOn !== undefined && 'extension',
    quiet && 'cancel',
    (status === 'submitted' || status === 'returned' || pending !== undefined) && 'withdraw',
  ];
  return offered.filter((action) => action !== false);
}

function supervisorActions({ details }: CaseDesk): readonly CaseAction[] {
  const { status, promised } = details;
  const inForce = status === 'approved' || status === 'active';
  const offered: readonly (CaseAction | false)[] = [
    inForce && promised?.state === 'open' && 'breach',
    (inForce || status === 'expired') && 'revoke',
    (status === 'revoked' || status === 'cancelled') && 'reinstate',
  ];
  return offered.filter((action) => action !== false);
}
