import { createUUID } from '../internal/uuid.ts';

export interface ReminderTexts {
  /** Title of the event. */
  readonly summary: string;
  readonly description: string;
}

/** Last day that every month has: calendars skip an event on the 31st in the others. */
const lastCommonDay = 28;

/**
 * A calendar file (iCalendar) with one event that comes back every three months, first in three months: the labels and
 * options of networks move that fast.
 *
 * @param url - Page to come back to. Its query and fragment are left out: they may hold the ticket of a session, and a
 *   calendar is often shared.
 */
export async function createReminder(
  texts: ReminderTexts,
  url: string,
  now: Date = new Date(),
): Promise<string> {
  const { generateIcsCalendar } = await import('ts-ics');
  const day = Math.min(now.getDate(), lastCommonDay);
  const first = new Date(Date.UTC(now.getFullYear(), now.getMonth() + 3, day));
  const dayAfter = new Date(first.getTime() + 24 * 60 * 60 * 1000);
  const calendar = generateIcsCalendar({
    version: '2.0',
    prodId: '-//charter-elements//privacy walkthrough//FR',
    events: [
      {
        uid: createUUID(),
        stamp: { date: now },
        start: { type: 'DATE', date: first },
        end: { type: 'DATE', date: dayAfter },
        summary: withPlainLineEnds(texts.summary),
        description: withPlainLineEnds(texts.description),
        url: withoutQuery(url),
        recurrenceRule: { frequency: 'MONTHLY', interval: 3 },
      },
    ],
  });
  return calendar.replace(/\r\n[ \t]/g, '').replace(/[^\r\n]+/g, foldLine);
}

/** Octets of a line at most (RFC 5545 §3.1); ts-ics counts UTF-16 code units, and may part a character. */
const longestLine = 75;

function foldLine(line: string): string {
  const encoder = new TextEncoder();
  let folded = '';
  let octets = 0;
  for (const character of line) {
    const size = encoder.encode(character).length;
    if (octets + size > longestLine) {
      folded += '\r\n ';
      octets = 1;
    }
    folded += character;
    octets += size;
  }
  return folded;
}

function withoutQuery(address: string): string {
  const url = new URL(address);
  url.search = url.hash = '';
  return url.href;
}

// A carriage return would end the property: ts-ics escapes line feeds only.
function withPlainLineEnds(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}
