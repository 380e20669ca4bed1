import { channelSchema } from '@anjuan/contracts';
import { Flex, Select } from 'antd';
import { useSharedTexts } from '../../../components/texts';
import { useDraft } from '../draft/draft-context';
import { useRegistrationTexts } from '../texts';

/** How the case came in: chosen first, since it is fixed once the draft is saved. */
export function ChannelField() {
  const t = useRegistrationTexts();
  const shared = useSharedTexts();
  const { session, state } = useDraft();
  return (
    <Flex gap={8} align="center">
      <label htmlFor="field-channel">{t('channel')}</label>
      <Select
        id="field-channel"
        size="small"
        style={{ width: 112 }}
        value={state.channel}
        disabled={state.copy !== undefined}
        options={channelSchema.options.map((value) => ({ value, label: shared(`channel.${value}`) }))}
        onChange={(channel) => session.chooseChannel(channel)}
      />
    </Flex>
  );
}
