import { Typography } from 'antd';
import { CheckList } from '../../../components/check-list';
import { useCaseTexts } from '../texts';
import { CaseCard } from './case-card';
import { useCase } from './case-context';

/** The automatic checks of the latest submission. */
export function ChecksCard() {
  const t = useCaseTexts();
  const { submission } = useCase().details;
  return (
    <CaseCard title={t('section.checks')}>
      {submission ? (
        <CheckList checks={submission.checks} />
      ) : (
        <Typography.Text type="secondary">{t('noChecks')}</Typography.Text>
      )}
    </CaseCard>
  );
}
