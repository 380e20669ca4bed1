import type { FilingKindPolicy } from '@anjuan/contracts';
import { Alert, Card, Flex, Radio, Tag, Typography } from 'antd';
import { AreaPicker } from '../../../components/area-picker';
import { ProblemAlert } from '../../../components/problem-alert';
import { useBilingual } from '../../../lib/use-language';
import { useDraft, useField } from '../draft/draft-context';
import { useRegistrationTexts } from '../texts';
import { FieldFrame, RadioField } from './field';
import { Cell, Fields, Section } from './section';
import { useChoices } from './use-choices';

/** The kinds that the insured region offers, who files, through which channel, and the place of treatment. */
export function KindSection() {
  const t = useRegistrationTexts();
  const { state, policy, policyError, kind } = useDraft();
  const choices = useChoices();
  return (
    <Section title={t('section.kind')}>
      {state.insuredRegion === undefined ? (
        <Typography.Text type="secondary">{t('kind.chooseRegion')}</Typography.Text>
      ) : (
        policy && <KindCards kinds={policy.kinds} />
      )}
      <ProblemAlert error={policyError} />
      {kind && (
        <Fields>
          <Cell>
            <TreatmentRegionField />
          </Cell>
          <Cell>
            <RadioField path="filedBy" required choices={choices.filers(kind)} />
          </Cell>
        </Fields>
      )}
    </Section>
  );
}

function KindCards({ kinds }: { readonly kinds: readonly FilingKindPolicy[] }) {
  const t = useRegistrationTexts();
  const inLanguage = useBilingual();
  const { value, set } = useField('kind');
  if (kinds.length === 0) return <Alert showIcon type="warning" title={t('kind.none')} />;
  return (
    <FieldFrame path="kind" required>
      <Radio.Group
        id="field-kind"
        value={value}
        style={{ width: '100%' }}
        onChange={({ target }) => set(String(target.value))}
      >
        <Flex gap={8} wrap>
          {kinds.map((kind) => (
            <Card
              key={kind.code}
              size="small"
              style={{ flex: '1 1 240px' }}
              styles={{ body: { padding: '8px 12px' } }}
            >
              <Radio value={kind.code} style={{ whiteSpace: 'normal' }}>
                {inLanguage(kind.name)}
              </Radio>
              <div style={{ paddingInlineStart: 24 }}>
                <Tag>{validityText(kind, t)}</Tag>
                {kind.letterAllowed && <Tag color="blue">{t('kind.letter')}</Tag>}
              </div>
            </Card>
          ))}
        </Flex>
      </Radio.Group>
    </FieldFrame>
  );
}

function validityText({ validity }: FilingKindPolicy, t: ReturnType<typeof useRegistrationTexts>): string {
  if (validity.rule === 'months') return t('kind.months', { months: validity.months });
  if (validity.rule === 'range')
    return validity.minMonths === 0
      ? t('kind.upTo', { max: validity.maxMonths })
      : t('kind.range', { min: validity.minMonths, max: validity.maxMonths });
  return t('kind.open');
}

function TreatmentRegionField() {
  const { policy, state } = useDraft();
  const { value, set, problem } = useField('treatmentRegion');
  const levels: readonly string[] = policy?.treatmentRegion.levels ?? [];
  const whole: readonly string[] = policy?.treatmentRegion.provinceLevelCodes ?? [];
  return (
    <FieldFrame path="treatmentRegion" required>
      <AreaPicker
        id="field-treatmentRegion"
        value={typeof value === 'string' ? value : undefined}
        selectable={({ level, code }) =>
          code !== state.insuredRegion && (levels.includes(level) || whole.includes(code))
        }
        status={problem && 'error'}
        onChange={(code) => set(code ?? null)}
      />
    </FieldFrame>
  );
}
