import { Alert, Form, Modal, Select, Typography } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '../../../components/problem-alert';
import { useAreaName } from '../../../lib/areas';
import { useReviewers } from '../../../lib/colleagues';
import type { ReviewRow } from '../api/review-row';
import { useReviewsTexts } from '../texts';

interface AssignModalProps {
  /** Undefined while it is closed. */
  readonly reviews: readonly ReviewRow[] | undefined;
  readonly busy: boolean;
  readonly onAssign: (reviewerId: string | null) => void;
  readonly onClose: () => void;
}

const NOBODY = '';

/** Chooses who gets the selected reviews. */
export function AssignModal({ reviews, busy, onAssign, onClose }: AssignModalProps) {
  const { t: shell } = useTranslation();
  const t = useReviewsTexts();
  const areaName = useAreaName();
  const [chosen, setChosen] = useState<string>();
  const regions = [...new Set(reviews?.map(({ insuredRegion }) => insuredRegion))];
  const { data, error, refetch, isFetching } = useReviewers(regions[0]);
  const options = [
    ...(data?.rows ?? []).map(({ accountId, displayName }) => ({ value: accountId, label: displayName })),
    { value: NOBODY, label: t('assignNobody') },
  ];
  return (
    <Modal
      open={reviews !== undefined}
      title={t('assignBatch')}
      okText={shell('action.confirm')}
      cancelText={shell('action.cancel')}
      okButtonProps={{ loading: busy, disabled: chosen === undefined }}
      onOk={() => chosen !== undefined && onAssign(chosen === NOBODY ? null : chosen)}
      onCancel={onClose}
      afterClose={() => setChosen(undefined)}
    >
      <Typography.Paragraph>{t('assignAbout', { count: reviews?.length ?? 0 })}</Typography.Paragraph>
      {regions.length > 1 && (
        <Alert
          type="warning"
          showIcon
          style={{ marginBottom: 12 }}
          title={t('assignRegions', { region: areaName(regions[0] ?? '') })}
        />
      )}
      <Form layout="vertical">
        <Form.Item label={t('assignTo')} htmlFor="assign-reviewer">
          <Select
            id="assign-reviewer"
            value={chosen}
            onChange={setChosen}
            loading={isFetching}
            options={options}
            placeholder={t('chooseReviewer')}
            showSearch={{ optionFilterProp: 'label' }}
          />
        </Form.Item>
      </Form>
      <ProblemAlert error={error} onRetry={() => void refetch()} />
    </Modal>
  );
}
