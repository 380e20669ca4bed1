import { categoryOf, type EventDefinition, type EventDefinitions } from '@anjuan/event-sourcing';

/** A category and the events it declares; any `StreamModel` or decider is one. */
export interface LoggedCategory {
  readonly category: string;
  readonly events: EventDefinitions;
}

/** Finds the declaration of an event by stream and type. @throws for a category or type that nobody declared */
export type EventCatalogue = (stream: string, type: string) => EventDefinition;

export function eventCatalogue(models: readonly LoggedCategory[]): EventCatalogue {
  const categories = new Map<string, EventDefinitions>();
  for (const { category, events } of models) {
    if (categories.has(category)) throw new Error(`the category ${category} is declared twice`);
    categories.set(category, events);
  }
  return (stream, type) => {
    const events = categories.get(categoryOf(stream));
    const definition = events && Object.hasOwn(events, type) ? events[type] : undefined;
    if (!definition) throw new Error(`${stream}: the category declares no event ${type}`);
    return definition;
  };
}
