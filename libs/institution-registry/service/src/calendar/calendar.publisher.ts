import { workCalendarTopic } from '@anjuan/contracts';
import { publisher } from '@anjuan/event-sourcing';
import { type WorkCalendarEvents, workCalendar } from '@anjuan/institution-registry-domain';

export const calendarPublisher = publisher<WorkCalendarEvents>(
  workCalendar.category,
  workCalendarTopic.name,
)({
  WorkCalendarPublished: (data) => ({ key: String(data.year), type: 'WorkCalendarPublished', data }),
});
