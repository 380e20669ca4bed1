import { Tag, Typography } from 'antd';
import { useSignatureWord } from '../../../components/use-field-words';
import { useCaseTexts } from '../texts';
import { CaseCard } from './case-card';
import { useCase } from './case-context';
import { useItemName } from './use-item-name';

/** Notice, originals, and what the commitment letter promises. */
export function LetterCard() {
  const t = useCaseTexts();
  const word = useSignatureWord();
  const itemName = useItemName();
  const { letter, promised, notice, originalsSeen } = useCase().details;
  const names = (items: readonly string[]) => items.map(itemName).join('、');
  return (
    <CaseCard title={t('section.letter')}>
      <div>
        {letter
          ? t('letter.signed', {
              how: word(letter.signature),
              date: letter.signedOn,
              version: letter.version,
            })
          : t('letter.none')}
        {promised && <PromiseTag state={promised.state} overdue={promised.overdue} />}
      </div>
      {promised && <div>{t('letter.items', { items: names(promised.items) })}</div>}
      {promised?.dueOn !== undefined && promised.state === 'open' && (
        <div>{t('letter.due', { date: promised.dueOn })}</div>
      )}
      <Typography.Text type="secondary">
        {t('section.notice')}
        {t('colon')}
        {notice ? t('noticeRead', { version: notice.version }) : t('noticeNotRead')}
        {originalsSeen.length > 0 && <div>{t('originalsSeen', { items: names(originalsSeen) })}</div>}
      </Typography.Text>
    </CaseCard>
  );
}

function PromiseTag({ state, overdue }: { state: 'open' | 'kept' | 'breached'; overdue: boolean }) {
  const t = useCaseTexts();
  const colour = { open: overdue ? 'error' : 'warning', kept: 'success', breached: 'error' }[state];
  return (
    <Tag color={colour} style={{ marginInlineStart: 8 }}>
      {state === 'open' && overdue ? t('letter.overdue') : t(`letter.${state}`)}
    </Tag>
  );
}
