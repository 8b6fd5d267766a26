import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { createReminder } from '../../src/networks/index.ts';

const texts = { summary: 'Revoir vos réglages', description: 'Les menus changent.' };
const page = 'https://intranet.example/charte?reseau=x,y;z#facebook';

/** The properties of the one event, unfolded. */
async function reminder(now: Date, changes: Partial<typeof texts> = {}): Promise<Map<string, string>> {
  const text = await createReminder({ ...texts, ...changes }, page, now);
  const lines = text.replace(/\r\n[ \t]/g, '').split('\r\n');
  return new Map(lines.map((line) => line.split(/:(.*)/s) as [string, string]));
}

describe('createReminder', () => {
  it('is a calendar of one event', async () => {
    const text = await createReminder(texts, page, new Date());
    assert.match(text, /^BEGIN:VCALENDAR\r\nVERSION:2\.0\r\nPRODID:.+\r\nBEGIN:VEVENT\r\n/);
    assert.match(text, /\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n$/);
    assert.equal(text.match(/BEGIN:/g)?.length, 2);
  });

  it('comes back every three months', async () => {
    assert.equal((await reminder(new Date())).get('RRULE'), 'FREQ=MONTHLY;INTERVAL=3');
  });

  it('leads back to the page, without what may be the ticket of a session', async () => {
    assert.equal((await reminder(new Date())).get('URL'), 'https://intranet.example/charte');
  });

  it('has lines of at most 75 octets, which part no character', async () => {
    const description = `${'é'.repeat(37)} ${'👩🏽‍⚕️ قواعد '.repeat(30)}`;
    const text = await createReminder({ ...texts, description }, page);
    for (const line of text.split('\r\n')) {
      assert.ok(Buffer.byteLength(line) <= 75, line);
      assert.ok(line.isWellFormed(), line);
    }
    assert.equal((await reminder(new Date(), { description })).get('DESCRIPTION'), description);
  });

  it('has an id of its own and the time at which it was made', async () => {
    const now = new Date('2026-11-23T09:08:07.654Z');
    const [one, other] = [await reminder(now), await reminder(now)];
    assert.match(one.get('UID')!, /^[0-9a-f-]{36}$/);
    assert.notEqual(one.get('UID'), other.get('UID'));
    assert.equal(one.get('DTSTAMP'), '20261123T090807Z');
  });

  const dates: [now: [year: number, month: number, day: number], start: string, end: string][] = [
    [[2026, 11, 23], '20270223', '20270224'],
    [[2026, 1, 15], '20260415', '20260416'],
    [[2026, 10, 1], '20270101', '20270102'],
    [[2026, 9, 30], '20261228', '20261229'],
    [[2026, 11, 28], '20270228', '20270301'],
    [[2026, 11, 29], '20270228', '20270301'],
    [[2026, 11, 30], '20270228', '20270301'],
    [[2027, 11, 30], '20280228', '20280229'],
    [[2026, 8, 31], '20261128', '20261129'],
    [[2026, 12, 31], '20270328', '20270329'],
    [[2026, 10, 31], '20270128', '20270129'],
  ];
  for (const [[year, month, day], start, end] of dates) {
    it(`made on ${year}-${month}-${day}, is a whole day on ${start}`, async () => {
      const event = await reminder(new Date(year, month - 1, day, 12));
      assert.equal(event.get('DTSTART;VALUE=DATE'), start);
      assert.equal(event.get('DTEND;VALUE=DATE'), end);
    });
  }

  it('never falls on a day that some months do not have, where calendars skip it', async () => {
    for (let day = 1; day <= 366; day++) {
      const event = await reminder(new Date(2028, 0, day));
      assert.ok(Number(event.get('DTSTART;VALUE=DATE')!.slice(-2)) <= 28);
    }
  });

  describe('in any time zone', () => {
    const { TZ } = process.env;
    after(() => {
      if (TZ === undefined) delete process.env['TZ'];
      else process.env['TZ'] = TZ;
    });
    for (const zone of ['Pacific/Kiritimati', 'Pacific/Pago_Pago', 'Europe/Paris', 'America/St_Johns']) {
      it(`is on the reader’s day in ${zone}`, async () => {
        process.env['TZ'] = zone;
        for (const hour of [0, 12, 23]) {
          const event = await reminder(new Date(2026, 10, 23, hour, 30));
          assert.equal(event.get('DTSTART;VALUE=DATE'), '20270223');
        }
      });
    }
  });

  it('escapes what has a meaning in a calendar', async () => {
    const event = await reminder(new Date(), { summary: 'a,b; c\\d\ne : « f »' });
    assert.equal(event.get('SUMMARY'), 'a\\,b\\; c\\\\d\\ne : « f »');
  });

  it('lets no text add a property', async () => {
    const text = await createReminder(
      { summary: 'x\r\nATTACH:https://evil.example/', description: 'y\rBEGIN:VALARM' },
      page,
      new Date(),
    );
    assert.doesNotMatch(text, /(^|[\r\n])(ATTACH|BEGIN:VALARM)/);
  });

  it('folds long lines, and loses nothing of them', async () => {
    const description = 'Vérifiez qui voit vos publications, anciennes comprises. '.repeat(20).trim();
    const text = await createReminder({ ...texts, description }, page, new Date());
    for (const line of text.split('\r\n')) assert.ok(line.length <= 76, line);
    const event = await reminder(new Date(), { description });
    assert.equal(event.get('DESCRIPTION'), description.replaceAll(',', '\\,'));
  });
});
