import { Typography } from 'antd';
import { z } from 'zod';
import { AccountName } from '../../../components/account-name';
import { useFieldWords } from '../../../components/use-field-words';
import { useCaseTexts } from '../texts';
import { useCase } from './case-context';
import { useItemName } from './use-item-name';
import { useReasonName } from './use-reason-name';

const text = z.string().optional().catch(undefined);
const texts = z.array(z.string()).optional().catch(undefined);

/** The facts of an event that the timeline tells; others are in the supervisor's history. */
const factsSchema = z.object({
  fields: texts,
  item: text,
  items: texts,
  promised: texts,
  reasonCode: text,
  startsOn: text,
  endsOn: text,
  dueOn: text,
  deadline: z.object({ dueOn: z.string() }).optional().catch(undefined),
  version: text,
  reviewerId: text,
  opinion: text,
  note: text,
  path: z.enum(['automatic', 'one-visit', 'review', 'recheck']).optional().catch(undefined),
  outcome: z.enum(['approve', 'reject']).optional().catch(undefined),
  code: text,
  receipt: text,
});

/** What an event said besides who and when. */
export function TimelineFacts({ facts }: { readonly facts: object }) {
  const t = useCaseTexts();
  const { label } = useFieldWords();
  const itemName = useItemName();
  const reasonName = useReasonName();
  const { status } = useCase().details;
  const said = factsSchema.parse(facts);
  const items = [...(said.item ? [said.item] : []), ...(said.items ?? []), ...(said.promised ?? [])];
  const due = said.dueOn ?? said.deadline?.dueOn;
  const line = [
    said.path && t(`review.path.${said.path}`),
    said.outcome && t(`decide.outcomes.${said.outcome}`),
    said.reasonCode && `${t('review.reason')}${t('colon')}${reasonName(said.reasonCode)}`,
    items.length > 0 && items.map(itemName).join('、'),
    said.fields &&
      said.fields.length > 0 &&
      t('timeline.fields', { fields: said.fields.map(label).join('、') }),
    said.startsOn && status !== 'draft' && `${said.startsOn} – ${said.endsOn ?? t('openEnded')}`,
    due && `${t('review.due')} ${due}`,
    said.version,
    said.receipt,
    said.code,
  ].filter((part) => typeof part === 'string' && part !== '');
  const words = said.opinion ?? said.note;
  return (
    <>
      {line.length > 0 && <div style={{ overflowWrap: 'anywhere' }}>{line.join(' · ')}</div>}
      {said.reviewerId && (
        <div>
          {t('review.assignee')}
          {t('colon')}
          <AccountName id={said.reviewerId} />
        </div>
      )}
      {words && (
        <Typography.Paragraph
          style={{ margin: 0, paddingInlineStart: 8, borderInlineStart: '3px solid #cfdcda' }}
        >
          {words}
        </Typography.Paragraph>
      )}
    </>
  );
}
