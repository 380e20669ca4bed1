import type { PolicyVersionView } from '@anjuan/institution-registry-domain';
import { Button, Drawer, Empty, Flex, Table, Tag, Typography } from 'antd';
import { useState } from 'react';
import { AccountName } from '../../../components/account-name';
import { ReasonModal } from '../../../components/reason-modal';
import { showInstant, todayInChina } from '../../../lib/dates';
import { useMay } from '../../../lib/session/session-context';
import type { LevelPolicy } from '../api/policy';
import { useWithdrawVersion } from '../api/withdraw-version';
import { usePoliciesTexts } from '../texts';
import { standingsOf, type VersionStanding } from './version-standing';
import { ItemsView } from './view/items-view';

const COLOURS = { inForce: 'success', coming: 'processing', past: 'default', withdrawn: 'error' } as const;

/** The versions of a level with their days in force. */
export function VersionsPanel({ level }: { readonly level: LevelPolicy }) {
  const t = usePoliciesTexts();
  const mayPublish = useMay('policy:publish');
  const [shown, setShown] = useState<PolicyVersionView>();
  const [withdrawing, setWithdrawing] = useState<number>();
  const withdrawal = useWithdrawVersion(level.area, level.revision);
  if (level.versions.length === 0) return <Empty description={t('version.none')} />;
  return (
    <>
      <Table<VersionStanding>
        size="small"
        rowKey={({ version }) => version.version}
        pagination={false}
        scroll={{ x: 760 }}
        dataSource={[...standingsOf(level.versions, todayInChina())]}
        columns={[
          {
            title: t('version.number'),
            width: 90,
            render: (_, { version }) => t('versionNumber', { version: version.version }),
          },
          {
            title: t('version.period'),
            width: 200,
            render: (_, { version, until }) => (
              <span className="num">
                {until === undefined
                  ? t('version.since', { from: version.effectiveFrom })
                  : `${version.effectiveFrom} – ${until}`}
              </span>
            ),
          },
          {
            title: t('version.status'),
            width: 110,
            render: (_, { state }) => <Tag color={COLOURS[state]}>{t(`version.${state}`)}</Tag>,
          },
          {
            title: t('version.authors'),
            render: (_, { version }) => <People ids={version.authors} />,
          },
          { title: t('version.publishedBy'), render: (_, { version }) => <Publisher version={version} /> },
          {
            width: 160,
            render: (_, { version, state }) => (
              <Flex gap={4} wrap>
                <Button size="small" onClick={() => setShown(version)}>
                  {t('version.show')}
                </Button>
                {mayPublish && state === 'coming' && (
                  <Button size="small" danger onClick={() => setWithdrawing(version.version)}>
                    {t('version.withdraw')}
                  </Button>
                )}
              </Flex>
            ),
          },
        ]}
      />
      <Drawer
        open={shown !== undefined}
        title={shown && t('versionNumber', { version: shown.version })}
        size={760}
        onClose={() => setShown(undefined)}
      >
        {shown && <ItemsView items={shown.items} sources={shown.sources} area={level.area} />}
      </Drawer>
      <ReasonModal
        open={withdrawing !== undefined}
        title={t('version.withdrawTitle', { version: withdrawing })}
        about={t('version.withdrawAbout')}
        opinion="required"
        danger
        busy={withdrawal.isPending}
        error={withdrawal.error}
        onConfirm={({ opinion }) =>
          withdrawing !== undefined &&
          withdrawal.mutate(
            { version: withdrawing, reason: opinion },
            { onSuccess: () => setWithdrawing(undefined) },
          )
        }
        onCancel={() => setWithdrawing(undefined)}
      />
    </>
  );
}

/** Names of those who wrote a version. */
export function People({ ids }: { readonly ids: readonly string[] }) {
  return (
    <Flex gap={6} wrap>
      {ids.map((id) => (
        <AccountName key={id} id={id} />
      ))}
    </Flex>
  );
}

function Publisher({ version: { publishedBy, publishedAt, withdrawal } }: { version: PolicyVersionView }) {
  return (
    <>
      <AccountName id={publishedBy} />{' '}
      <Typography.Text type="secondary" className="num">
        {showInstant(publishedAt)}
      </Typography.Text>
      {withdrawal && (
        <div>
          <Typography.Text type="danger">
            <AccountName id={withdrawal.by} /> {showInstant(withdrawal.at)}: {withdrawal.reason}
          </Typography.Text>
        </div>
      )}
    </>
  );
}
