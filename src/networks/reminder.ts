import { createUUID } from '../internal/uuid.ts';

export interface ReminderTexts {
  /** Title of the event. */
  readonly summary: string;
  readonly description: string;
}

/**
 * A calendar file (iCalendar) with one event that comes back every three months, first in three months: the labels and
 * options of networks move that fast.
 *
 * @param url - Page to come back to.
 */
export async function createReminder(
  texts: ReminderTexts,
  url: string,
  now: Date = new Date(),
): Promise<string> {
  const { generateIcsCalendar } = await import('ts-ics');
  const first = new Date(Date.UTC(now.getFullYear(), now.getMonth() + 3, now.getDate()));
  const dayAfter = new Date(first.getTime() + 24 * 60 * 60 * 1000);
  return generateIcsCalendar({
    version: '2.0',
    prodId: '-//charter-elements//privacy walkthrough//FR',
    events: [
      {
        uid: createUUID(),
        stamp: { date: now },
        start: { type: 'DATE', date: first },
        end: { type: 'DATE', date: dayAfter },
        summary: texts.summary,
        description: texts.description,
        url,
        recurrenceRule: { frequency: 'MONTHLY', interval: 3 },
      },
    ],
  });
}
