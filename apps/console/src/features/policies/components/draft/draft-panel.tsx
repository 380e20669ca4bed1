import type { PolicyContent } from '@anjuan/institution-registry-domain';
import { Alert, Button, Empty, Flex, Typography } from 'antd';
import { useState } from 'react';
import type { LevelPolicy } from '../../api/policy';
import { usePoliciesTexts } from '../../texts';
import { DraftBar } from './draft-bar';
import { beginDraft } from './draft-content';
import { DraftItems } from './draft-items';

/** What is being edited, and the revision of the level it began from. */
export interface DraftEdit {
  readonly content: PolicyContent;
  readonly revision: number;
}

/** Writes the next version of a level. */
export function DraftPanel({ level }: { readonly level: LevelPolicy }) {
  const t = usePoliciesTexts();
  const [edit, setEdit] = useState<DraftEdit>();
  const [invalid, setInvalid] = useState(false);
  const content = edit?.content ?? level.draft;
  if (!content)
    return (
      <Empty description={t('draft.none')}>
        <Typography.Paragraph type="secondary">{t('draft.beginAbout')}</Typography.Paragraph>
        <Button
          type="primary"
          onClick={() => setEdit({ content: beginDraft(level), revision: level.revision })}
        >
          {t('draft.begin')}
        </Button>
      </Empty>
    );
  const change = ({ effectiveFrom, items, sources }: PolicyContent) =>
    setEdit({
      content: { effectiveFrom, items, sources },
      revision: edit?.revision ?? level.revision,
    });
  return (
    <Flex vertical gap={12}>
      {edit && edit.revision !== level.revision && (
        <Alert
          type="warning"
          showIcon
          title={t('draft.stale')}
          action={
            <Button size="small" onClick={() => setEdit(undefined)}>
              {t('draft.reload')}
            </Button>
          }
        />
      )}
      <DraftBar
        level={level}
        content={content}
        edit={edit}
        invalid={invalid}
        onChange={change}
        onDone={() => setEdit(undefined)}
      />
      <DraftItems level={level} content={content} onChange={change} onInvalid={setInvalid} />
    </Flex>
  );
}
