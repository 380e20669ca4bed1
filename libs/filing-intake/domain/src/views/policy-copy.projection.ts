import { type MessageData, type PolicyLevel, regionPolicyTopic, workCalendarTopic } from '@anjuan/contracts';
import { projection, type Row, row } from '@anjuan/event-sourcing';

/** One published version of one level's policy, as institution-registry published it. */
export interface PolicyLevelRow extends Row {
  readonly area: string;
  readonly version: number;
  readonly level: PolicyLevel & Row;
}

const published = regionPolicyTopic.messages.RegionPolicyPublished;
const withdrawn = regionPolicyTopic.messages.RegionPolicyWithdrawn;
const levelId = ({ area, version }: { area: string; version: number }): string => `${area}@${version}`;

/** This context's copy of all published policies: what a decision resolves, and what an old decision rested on. */
export const policyCopyProjection = projection<PolicyLevelRow>({
  name: 'intake-policies',
  version: 1,
  indexes: [['area', 'version']],
  categories: [],
  topics: [
    {
      topic: regionPolicyTopic.name,
      on: {
        RegionPolicyPublished: row(
          (data) => levelId(published.parse(data)),
          (_, data) => {
            const { area, version, effectiveFrom, items, sources } = published.parse(data);
            const level: PolicyLevel = { area, version, effectiveFrom, items, sources };
            return { area, version, level: level as PolicyLevel & Row };
          },
        ),
        RegionPolicyWithdrawn: row(
          (data) => levelId(withdrawn.parse(data)),
          () => undefined,
        ),
      },
    },
  ],
});

/** One year's calendar as published. */
export type CalendarCopyRow = MessageData<typeof workCalendarTopic, 'WorkCalendarPublished'> & Row;
const calendarYear = workCalendarTopic.messages.WorkCalendarPublished;

/** This context's copy of the official working calendars, by year. */
export const calendarCopyProjection = projection<CalendarCopyRow>({
  name: 'intake-calendars',
  version: 1,
  indexes: [['year']],
  categories: [],
  topics: [
    {
      topic: workCalendarTopic.name,
      on: {
        WorkCalendarPublished: row(
          (data) => String(calendarYear.parse(data).year),
          (_, data) => calendarYear.parse(data) as CalendarCopyRow,
        ),
      },
    },
  ],
});
