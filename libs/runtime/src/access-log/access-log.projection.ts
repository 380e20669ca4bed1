import { onCategory, projection, type Row, row } from '@anjuan/event-sourcing';
import { type accessLogEvents, accessLogStream } from './access-log-stream';

export interface AccessLogRow extends Row {
  readonly accountId: string;
  readonly action: string;
  readonly subject: string;
  readonly area: string | null;
  readonly purpose: string | null;
  readonly text: string | null;
  readonly at: string;
}

export const accessLogProjection = projection<AccessLogRow>({
  name: 'access-log',
  version: 1,
  indexes: [['at'], ['accountId', 'at'], ['subject', 'at'], ['action', 'at'], ['area', 'at']],
  categories: [
    onCategory<AccessLogRow, typeof accessLogEvents>(accessLogStream.category)({
      AccessRecorded: row(
        (_, { stream, revision }) => `${stream}@${revision}`,
        (_, { accountId, action, subject, area, purpose, text }, { recordedAt }) => ({
          accountId,
          action,
          subject,
          area: area ?? null,
          purpose: purpose ?? null,
          text: text ?? null,
          at: recordedAt,
        }),
      ),
    }),
  ],
});
