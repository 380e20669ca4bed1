import { CalendarOutlined, MenuUnfoldOutlined } from '@ant-design/icons';
import { Button, Card, Drawer, Flex, Grid, Skeleton, Tabs } from 'antd';
import { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { PageHeader } from '../../../components/page-header';
import { ProblemAlert } from '../../../components/problem-alert';
import { useAreaName } from '../../../lib/areas';
import { useMay } from '../../../lib/session/session-context';
import { useLevelPolicy } from '../api/get-policy';
import { usePoliciesTexts } from '../texts';
import { AreaTree } from './area-tree';
import { ComparePanel } from './compare-panel';
import { DraftPanel } from './draft/draft-panel';
import { ResolvedPanel } from './resolved-panel';
import { VersionsPanel } from './versions-panel';

const TREE_WIDTH = 260;

/** The policy of an area: what holds, its versions, its draft. */
export function PoliciesPage({ area }: { readonly area: string }) {
  const t = usePoliciesTexts();
  const navigate = useNavigate();
  const wide = Grid.useBreakpoint().lg ?? true;
  const areaName = useAreaName();
  const [choosing, setChoosing] = useState(false);
  const pick = (code: string) => {
    setChoosing(false);
    void navigate(`/policies/${code}`);
  };
  const tree = <AreaTree area={area} onPick={pick} />;
  return (
    <>
      <PageHeader
        title={`${t('title')} · ${areaName(area)}`}
        about={area}
        actions={
          <>
            {!wide && (
              <Button icon={<MenuUnfoldOutlined />} onClick={() => setChoosing(true)}>
                {t('chooseArea')}
              </Button>
            )}
            <Button icon={<CalendarOutlined />} onClick={() => void navigate('/policies/calendars')}>
              {t('calendars')}
            </Button>
          </>
        }
      />
      <Flex gap={16} align="start">
        {wide ? (
          <Card size="small" style={{ flex: `0 0 ${TREE_WIDTH}px` }}>
            {tree}
          </Card>
        ) : (
          <Drawer open={choosing} placement="left" title={t('chooseArea')} onClose={() => setChoosing(false)}>
            {tree}
          </Drawer>
        )}
        <Card size="small" style={{ flex: 1, minWidth: 0 }}>
          <LevelTabs key={area} area={area} />
        </Card>
      </Flex>
    </>
  );
}

function LevelTabs({ area }: { readonly area: string }) {
  const t = usePoliciesTexts();
  const mayDraft = useMay('policy:draft');
  const [params, setParams] = useSearchParams();
  const { data: level, error, refetch } = useLevelPolicy(area);
  if (error && !level) return <ProblemAlert error={error} onRetry={() => void refetch()} />;
  if (!level) return <Skeleton active />;
  const tabs = [
    { key: 'resolved', label: t('tab.resolved'), children: <ResolvedPanel area={area} /> },
    { key: 'versions', label: t('tab.versions'), children: <VersionsPanel level={level} /> },
    { key: 'compare', label: t('tab.compare'), children: <ComparePanel level={level} /> },
    ...(mayDraft ? [{ key: 'draft', label: t('tab.draft'), children: <DraftPanel level={level} /> }] : []),
  ];
  const asked = params.get('tab') ?? 'resolved';
  return (
    <Tabs
      items={tabs}
      activeKey={tabs.some(({ key }) => key === asked) ? asked : 'resolved'}
      onChange={(tab) => setParams({ tab }, { replace: true })}
    />
  );
}
