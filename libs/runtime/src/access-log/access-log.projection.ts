import { onCategory, projection, type Row, row } from '@anjuan/event-sourcing';
import { type accessLogEvents, accessLogStream } from './access-log-stream';

export interface AccessLogRow extends Row {
  readonly accountId: string;
  readonly action: string;
  readonly subject: string;
  readonly area: string | null;
  readonly purpose: string | null;
  /** Something was searched for. What, stays in the log, encrypted: rows would keep the name of a person who was erased. */
  readonly searched: boolean;
  readonly at: string;
}

export const accessLogProjection = projection<AccessLogRow>({
  name: 'access-log',
  version: 2,
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
          searched: text !== undefined,
          at: recordedAt,
        }),
      ),
    }),
  ],
});
