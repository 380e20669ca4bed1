import { Button, Modal, Typography } from 'antd';
import { FieldDiff } from '../../../components/field-diff';
import { useFieldWords } from '../../../components/use-field-words';
import { disagreements } from '../draft/draft-patch';
import type { DraftSession } from '../draft/draft-session';
import type { DraftState } from '../draft/draft-state';
import { useRegistrationTexts } from '../texts';

interface ConflictModalProps {
  readonly session: DraftSession;
  readonly state: DraftState;
}

/** The draft was changed elsewhere (412): shows both, and lets the person choose. */
export function ConflictModal({ session, state }: ConflictModalProps) {
  const t = useRegistrationTexts();
  const { label, show } = useFieldWords();
  const { theirs, data, insuredRegion } = state;
  if (!theirs) return null;
  const fields = disagreements(theirs.data, data).map(({ path, theirs: before, mine: after }) => ({
    field: label(path),
    before: show(path, before),
    after: show(path, after),
  }));
  const region =
    theirs.insuredRegion === insuredRegion
      ? []
      : [
          {
            field: label('insuredRegion'),
            before: show('insuredRegion', theirs.insuredRegion),
            after: show('insuredRegion', insuredRegion),
          },
        ];
  const changes = [...region, ...fields];
  return (
    <Modal
      open
      closable={false}
      keyboard={false}
      width={720}
      title={t('conflict.title')}
      footer={[
        <Button key="theirs" onClick={() => session.takeTheirs()}>
          {t('conflict.takeTheirs')}
        </Button>,
        <Button key="mine" type="primary" onClick={() => void session.keepMine()}>
          {t('conflict.keepMine')}
        </Button>,
      ]}
    >
      <Typography.Paragraph>
        {changes.length > 0 ? t('conflict.about') : t('conflict.same')}
      </Typography.Paragraph>
      {changes.length > 0 && (
        <FieldDiff changes={changes} titles={{ before: t('conflict.theirs'), after: t('conflict.mine') }} />
      )}
    </Modal>
  );
}
