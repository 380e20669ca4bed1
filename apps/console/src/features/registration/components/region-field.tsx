import { Form } from 'antd';
import { AreaPicker } from '../../../components/area-picker';
import { useFieldWords } from '../../../components/use-field-words';
import { useDraft } from '../draft/draft-context';
import { useRegistrationTexts } from '../texts';

/** The region where the person is insured; the policy follows from it. */
export function RegionField() {
  const t = useRegistrationTexts();
  const { label } = useFieldWords();
  const { session, state, showAll } = useDraft();
  const missing = state.insuredRegion === undefined && showAll;
  return (
    <Form.Item
      label={label('insuredRegion')}
      htmlFor="field-insuredRegion"
      required
      validateStatus={missing ? 'error' : undefined}
      help={missing ? t('problem.missing') : undefined}
      style={{ marginBottom: 14 }}
    >
      <AreaPicker
        id="field-insuredRegion"
        value={state.insuredRegion}
        allowClear={false}
        selectable={({ pooling }) => pooling}
        onChange={(code) => code !== undefined && session.chooseRegion(code)}
      />
    </Form.Item>
  );
}
