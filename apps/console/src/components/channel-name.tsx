import { channelSchema } from '@anjuan/contracts';
import { useSharedTexts } from './texts';

/** The way a filing came in, as people call it. */
export function ChannelName({ channel }: { readonly channel: string }) {
  const t = useSharedTexts();
  const known = channelSchema.safeParse(channel);
  return <>{known.success ? t(`channel.${known.data}`) : channel}</>;
}
