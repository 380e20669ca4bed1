import { CheckOutlined, ExclamationCircleOutlined, SyncOutlined } from '@ant-design/icons';
import { Typography } from 'antd';
import { showTime } from '../../../lib/dates';
import type { DraftState } from '../draft/draft-state';
import { useRegistrationTexts } from '../texts';

/** Says whether what is on the page is saved. */
export function SaveLine({ state }: { readonly state: DraftState }) {
  const t = useRegistrationTexts();
  const { saveState, savedAt } = state;
  const failing = saveState === 'retrying' || saveState === 'refused' || saveState === 'conflict';
  const text =
    saveState !== 'saved'
      ? t(`save.${saveState}`)
      : savedAt === undefined
        ? t('save.loaded')
        : t('save.saved', { time: showTime(savedAt) });
  return (
    <Typography.Text type={failing ? 'danger' : 'secondary'} role="status" aria-live="polite" className="num">
      {failing ? (
        <ExclamationCircleOutlined />
      ) : saveState === 'saved' ? (
        <CheckOutlined />
      ) : saveState === 'new' ? null : (
        <SyncOutlined spin={saveState === 'saving'} />
      )}{' '}
      {text}
    </Typography.Text>
  );
}
