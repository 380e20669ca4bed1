import type { FilingKindPolicy } from '@anjuan/contracts';
import { addMonths } from '@anjuan/event-sourcing';
import { Form, Typography } from 'antd';
import { useEffect } from 'react';
import { useFieldWords } from '../../../components/use-field-words';
import { useDraft } from '../draft/draft-context';
import { endOf } from '../draft/draft-problems';
import { useRegistrationTexts } from '../texts';
import { DateField, TextField, YesNoField } from './field';
import { Cell, Fields, Section } from './section';

/** First and last day by the kind's rule, and the admission that a start in the past rests on. */
export function DatesSection({ kind }: { readonly kind: FilingKindPolicy }) {
  const t = useRegistrationTexts();
  const { state } = useDraft();
  const { startsOn, admission } = state.data;
  return (
    <Section title={t('section.dates')}>
      <Fields>
        <Cell>
          <DateField path="startsOn" required />
        </Cell>
        <Cell>
          <EndField kind={kind} startsOn={startsOn} />
        </Cell>
        {kind.asks.admission && (
          <>
            <Cell wide>
              <YesNoField path="admission.admitted" required />
            </Cell>
            {admission?.admitted && <AdmissionFields kind={kind} />}
          </>
        )}
        <Cell wide>
          <TextField path="note" maxLength={4000} rows={2} />
        </Cell>
      </Fields>
    </Section>
  );
}

function AdmissionFields({ kind }: { readonly kind: FilingKindPolicy }) {
  return (
    <>
      <Cell>
        <DateField path="admission.admittedOn" required />
      </Cell>
      <Cell>
        <TextField path="admission.institutionName" maxLength={200} />
      </Cell>
      {kind.retroactive === 'after-discharge-manual-only' && (
        <>
          <Cell>
            <YesNoField path="admission.selfPaid" />
          </Cell>
          <Cell>
            <DateField path="admission.dischargedOn" />
          </Cell>
        </>
      )}
    </>
  );
}

interface EndFieldProps {
  readonly kind: FilingKindPolicy;
  readonly startsOn: string | undefined;
}

/** Chosen where the policy gives a range; otherwise computed by the domain's rule and shown. */
function EndField({ kind, startsOn }: EndFieldProps) {
  const t = useRegistrationTexts();
  const { label } = useFieldWords();
  const { validity } = kind;
  useEndByRule(kind);
  if (validity.rule === 'range') {
    const earliest = startsOn === undefined ? undefined : addMonths(startsOn, validity.minMonths);
    const latest = startsOn === undefined ? undefined : addMonths(startsOn, validity.maxMonths);
    const hint = earliest !== undefined ? t('dates.range', { earliest, latest }) : undefined;
    return <DateField path="endsOn" required min={earliest} max={latest} hint={hint} />;
  }
  const end = validity.rule === 'open-ended' ? t('dates.openEnded') : endOf(kind, startsOn);
  return (
    <Form.Item label={label('endsOn')} help={t('dates.ends')} style={{ marginBottom: 14 }}>
      <Typography.Text className="num" strong>
        {end ?? '—'}
      </Typography.Text>
    </Form.Item>
  );
}

/** An end that was chosen for another kind goes when this kind's end follows from the policy. */
function useEndByRule({ validity }: FilingKindPolicy): void {
  const { session, state } = useDraft();
  const stray = validity.rule !== 'range' && state.data.endsOn !== undefined;
  useEffect(() => {
    if (stray) session.edit({ endsOn: null });
  }, [stray, session]);
}
