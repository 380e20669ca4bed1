import type { PolicyContent } from '@anjuan/institution-registry-domain';
import { App, Button, DatePicker, Flex, Tag, Typography } from 'antd';
import dayjs from 'dayjs';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { Labelled } from '../../../../components/labelled';
import { ProblemAlert } from '../../../../components/problem-alert';
import { useColleagueNames } from '../../../../lib/colleagues';
import { showInstant, todayInChina } from '../../../../lib/dates';
import { useMay, useSession } from '../../../../lib/session/session-context';
import { useEndDraft } from '../../api/end-draft';
import type { LevelPolicy } from '../../api/policy';
import { useSaveDraft } from '../../api/save-draft';
import { usePoliciesTexts } from '../../texts';
import { currentVersion } from '../version-standing';
import { useItemName } from '../view/item-names';
import { invalidIn, withoutSource } from './draft-content';
import type { DraftEdit } from './draft-panel';

interface DraftBarProps {
  readonly level: LevelPolicy;
  readonly content: PolicyContent;
  /** Undefined while nothing is changed. */
  readonly edit: DraftEdit | undefined;
  readonly invalid: boolean;
  readonly onChange: (content: PolicyContent) => void;
  readonly onDone: () => void;
}

/** Who wrote the draft, from when it holds, and what can be done with it. */
export function DraftBar({ level, content, edit, invalid, onChange, onDone }: DraftBarProps) {
  const t = usePoliciesTexts();
  const { message } = App.useApp();
  const saving = useSaveDraft(level.area);
  const unsourced = withoutSource(content);
  const wrong = invalidIn(content);
  const itemName = useItemName(content.items.kinds);
  const save = () =>
    edit &&
    saving.mutate(edit, {
      onSuccess: () => {
        onDone();
        void message.success(t('draft.saved'));
      },
    });
  return (
    <>
      <DraftAuthors level={level} changed={edit !== undefined} />
      <Flex gap={8} wrap align="end">
        <Labelled label={t('draft.effectiveFrom')} width={160}>
          <DatePicker
            aria-label={t('draft.effectiveFrom')}
            style={{ width: '100%' }}
            allowClear={false}
            value={dayjs(content.effectiveFrom)}
            onChange={(day) => day && onChange({ ...content, effectiveFrom: day.format('YYYY-MM-DD') })}
          />
        </Labelled>
        <Button
          type="primary"
          disabled={!edit || invalid || wrong.length > 0 || unsourced.length > 0}
          loading={saving.isPending}
          onClick={save}
        >
          {t('draft.save')}
        </Button>
        {edit && <Button onClick={onDone}>{t('draft.undo')}</Button>}
        {level.draft && <EndDraft level={level} changed={edit !== undefined} />}
      </Flex>
      {(invalid || wrong.length > 0) && (
        <Typography.Text type="danger">
          {t('draft.invalidJson')} {wrong.map(itemName).join(', ')}
        </Typography.Text>
      )}
      {edit && unsourced.length > 0 && (
        <Typography.Text type="danger">
          {t('draft.sourceMissing')}: {unsourced.map(itemName).join(', ')}
        </Typography.Text>
      )}
      <ProblemAlert error={saving.error} />
    </>
  );
}

function DraftAuthors({
  level: { draft },
  changed,
}: {
  readonly level: LevelPolicy;
  readonly changed: boolean;
}) {
  const t = usePoliciesTexts();
  const names = useColleagueNames(draft?.authors ?? []);
  return (
    <Flex gap={12} wrap align="center">
      {draft && (
        <>
          <strong>{t('draft.number', { version: draft.version })}</strong>
          <span>{t('draft.authors', { names: draft.authors.map(names).join(' · ') })}</span>
          <Typography.Text type="secondary">
            {t('draft.changed', { at: showInstant(draft.changedAt) })}
          </Typography.Text>
        </>
      )}
      {changed && <Tag color="warning">{t('draft.unsaved')}</Tag>}
    </Flex>
  );
}

/** Publishing by a second person, discarding, and a look at what changes. */
function EndDraft({ level, changed }: { readonly level: LevelPolicy; readonly changed: boolean }) {
  const t = usePoliciesTexts();
  const { t: shell } = useTranslation();
  const { modal, message } = App.useApp();
  const navigate = useNavigate();
  const mayPublish = useMay('policy:publish');
  const own = useSession().session?.account.accountId ?? '';
  const ending = useEndDraft(level.area, level.revision);
  const { draft } = level;
  if (!draft) return null;
  const wrote = draft.authors.includes(own);
  const before = currentVersion(level.versions, todayInChina());
  const ask = (title: string, content: string, end: 'publish' | 'discard') =>
    modal.confirm({
      title,
      content,
      okText: shell('action.confirm'),
      cancelText: shell('action.cancel'),
      okButtonProps: { danger: end === 'discard' },
      onOk: () =>
        ending.mutateAsync(end).then(
          () => end === 'publish' && void message.success(t('draft.published')),
          () => undefined,
        ),
    });
  const why = wrote ? t('draft.secondPerson') : changed ? t('draft.saveFirst') : undefined;
  return (
    <>
      {before && (
        <Button
          onClick={() => void navigate(`/policies/${level.area}?tab=compare&from=${before.version}&to=draft`)}
        >
          {t('draft.compare')}
        </Button>
      )}
      {mayPublish && (
        <Button
          disabled={why !== undefined}
          onClick={() =>
            ask(
              t('draft.publishAsk', { version: draft.version }),
              t('draft.publishAbout', { day: draft.effectiveFrom }),
              'publish',
            )
          }
        >
          {t('draft.publish')}
        </Button>
      )}
      <Button danger onClick={() => ask(t('draft.discardAsk'), t('draft.discardAbout'), 'discard')}>
        {t('draft.discard')}
      </Button>
      {mayPublish && why && <Typography.Text type="secondary">{why}</Typography.Text>}
      <ProblemAlert error={ending.error} />
    </>
  );
}
