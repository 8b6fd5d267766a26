import { nameOf } from './messages.ts';
import type { CharterName, Complaint, HeardEvent, Kept, Next, Signed } from './messages.ts';

/** One press of the sign button. */
interface Intent {
  readonly person: Person;
  /** What the review showed in that moment. */
  readonly signed: Signed;
  readonly device: string;
  readonly tab: string;
  /** Desk time of the press. */
  readonly at: number;
  /** Desk time when the outbox was first seen to hold it, or the element spoke of it. */
  keptSince: number;
  /** Why it does not count: the person had to sign anew, and no row may ever come of it. */
  void?: 'refused' | 'not kept';
  /** Only the page held it, and the run itself loaded the page again: nothing is known of it. */
  isForgotten?: boolean;
  /** Tabs that announced it as recorded, once each time. */
  readonly signedEvents: string[];
}

interface Person {
  readonly id: string;
  readonly name: string;
  /** The tab where they are signing. */
  tab?: string | undefined;
  intent?: string | undefined;
  hasSigned: boolean;
  isRecorded: boolean;
}

/** What the fault run asks the world outside of the browsers. */
export interface Oracle {
  /** Whether the receiver has a record, asked without the proxy. */
  isRecorded(record: string): Promise<boolean>;
  /** Whether the proxy refused a record without showing it to the receiver. */
  isRefused(record: string): boolean;
  /** Whether an answer came through that proves that a record is recorded. */
  isConfirmed(record: string): boolean;
}

export type Breach =
  | 'lost'
  | 'shown before recorded'
  | 'believed without proof'
  | 'of another charter'
  | 'another decision'
  | 'stuck at sending'
  | Complaint;

/** Who signs where, what became of each press of the sign button, and what was said too early. */
export class Ledger {
  readonly breaches: { kind: Breach; detail: string }[] = [];
  readonly counts = { attempts: 0, queued: 0, signed: 0, failed: 0, loads: 0, notKept: 0, refused: 0 };
  /** How many times each thing happened to a page. */
  readonly disturbances = new Map<string, number>();
  /** What happened to the page while a record was reviewed or sent, by its id. */
  readonly disturbed = new Map<string, string[]>();
  /** The longest that an element was at « Envoi… », in milliseconds. */
  longestSending = 0;
  readonly intents = new Map<string, Intent>();
  readonly people = new Map<string, Person>();
  readonly #oracle: Oracle;
  /** Who is still to sign, by engine. */
  readonly #waiting = new Map<string, Person[]>();
  readonly #visits = new Map<string, number>();
  readonly #left = new Set<string>();
  readonly #heard = new Set<string>();
  /** What each tab last said that it was doing. */
  readonly #doing = new Map<string, { readonly what: string; readonly at: number }>();
  readonly #everyoneSigned = Promise.withResolvers<undefined>();
  readonly #allLeft = Promise.withResolvers<undefined>();
  readonly #tabs: readonly string[];

  /** @param signatures - How many people sign in each engine. @param tabs - `engine/device/tab`. */
  constructor(signatures: Readonly<Record<string, number>>, tabs: readonly string[], oracle: Oracle) {
    this.#oracle = oracle;
    this.#tabs = tabs;
    for (const [engine, count] of Object.entries(signatures)) {
      const people = Array.from({ length: count }, (_, index): Person => {
        const number = String(index + 1).padStart(4, '0');
        return { id: `${engine}-${number}`, name: `Personne ${number}`, hasSigned: false, isRecorded: false };
      });
      for (const person of people) this.people.set(person.id, person);
      this.#waiting.set(engine, people);
    }
  }

  /** Resolves once everybody has pressed the sign button at least once. */
  get everyoneSigned(): Promise<undefined> {
    return this.#everyoneSigned.promise;
  }

  /** Resolves once every tab has left: everybody is recorded, and every outbox is empty. */
  get allLeft(): Promise<undefined> {
    return this.#allLeft.promise;
  }

  get tabs(): number {
    return this.#tabs.length;
  }

  get tabsNotLeft(): string[] {
    return this.#tabs
      .filter((tab) => !this.#left.has(tab))
      .map((tab) => `${tab}: ${this.#doing.get(tab)?.what ?? 'never loaded'}`);
  }

  async arrive(tab: string, outbox: Kept): Promise<{ visit: number; isOver: boolean }> {
    const visit = (this.#visits.get(tab) ?? 0) + 1;
    this.#visits.set(tab, visit);
    this.counts.loads++;
    await this.#reconcile(tab, outbox);
    // Whoever was at the form when the page was reloaded begins again.
    for (const person of this.people.values()) {
      if (person.tab !== tab) continue;
      person.tab = undefined;
      if (person.intent === undefined) this.#queueOf(tab).unshift(person);
    }
    return { visit, isOver: this.#haveAllSigned };
  }

  async next(tab: string, outbox: Kept): Promise<Next> {
    await this.#reconcile(tab, outbox);
    const person = this.#queueOf(tab).shift();
    if (person) {
      person.tab = tab;
      return { task: 'sign', person: person.id, name: person.name };
    }
    const isOver = [...this.people.values()].every(
      ({ id, isRecorded }) => isRecorded || engineOf(id, '-') !== engineOf(tab),
    );
    if (!isOver || outbox.kept.length > 0) return { task: 'send' };
    this.#left.add(tab);
    if (this.tabsNotLeft.length === 0) this.#allLeft.resolve(undefined);
    return { task: 'leave' };
  }

  intend(tab: string, personId: string, signed: Signed): void {
    const { id } = signed.record;
    this.note(tab, `${personId} is about to sign ${id}`);
    const person = this.people.get(personId)!;
    const earlier = person.intent;
    person.tab = undefined;
    person.intent = id;
    person.hasSigned = true;
    // Reviewed, and never pressed.
    if (earlier !== undefined && earlier !== id) this.#void(this.intents.get(earlier)!, 'not kept', earlier);
    const known = this.intents.get(id);
    this.intents.set(id, {
      ...{ person, signed, device: deviceOf(tab), tab, at: performance.now() },
      ...{ keptSince: known?.keptSince ?? Infinity, signedEvents: known?.signedEvents ?? [] },
    });
    if (this.#haveAllSigned) this.#everyoneSigned.resolve(undefined);
  }

  get #haveAllSigned(): boolean {
    return [...this.people.values()].every(({ hasSigned }) => hasSigned);
  }

  async hear(tab: string, { id, event, record, of, by }: HeardEvent): Promise<void> {
    if (this.#heard.has(id)) return;
    this.#heard.add(id);
    const intent = this.intents.get(record);
    switch (event) {
      case 'charter-sign-request':
        this.counts.attempts++;
        break;
      case 'charter-sign-queued':
        this.counts.queued++;
        break;
      case 'charter-sign-failed':
        this.counts.failed++;
        break;
      case 'charter-signed':
      case 'charter-declined':
        this.counts.signed++;
        if (intent && (intent.signed.record.decision === 'declined') !== (event === 'charter-declined'))
          this.report(
            'another decision',
            `${record}, ${intent.signed.record.decision}, was announced by ${event}`,
          );
        intent?.signedEvents.push(tab);
        if (by !== null && of !== by)
          this.report('of another charter', `${record} of ${of} was announced by ${by}`);
        await this.see(record, event);
    }
    if (intent && !intent.signed.isVolatile && !intent.isForgotten) noteKept(intent);
  }

  /** An element shows a record as signed; it must be of the element's charter. */
  async show(record: string, by: CharterName): Promise<void> {
    const intent = this.intents.get(record);
    const of = nameOf(intent?.signed.record.charter);
    if (intent && by !== null && of !== by)
      this.report('of another charter', `${record} of ${of} was shown by ${by}`);
    await this.see(record, 'on screen');
  }

  /** An element was at « Envoi… »; a page says so once when it is too long, and once when it is over. */
  noteSending(tab: string, record: string, milliseconds: number, isOver: boolean): void {
    this.longestSending = Math.max(this.longestSending, Math.round(milliseconds));
    if (!isOver) this.report('stuck at sending', `${record} in ${tab}`);
  }

  /** A tab that no longer reacts is about to be loaded again. */
  revive(tab: string): void {
    this.note(tab, 'revived');
    for (const [id, intent] of this.intents) {
      if (intent.tab !== tab || intent.person.isRecorded || intent.void) continue;
      this.disturbed.set(id, [...(this.disturbed.get(id) ?? []), 'revived']);
      if (intent.signed.isVolatile) intent.isForgotten = true;
    }
  }

  /** A device that should keep what is signed fails: what became of it is known from then on to the page alone. */
  noteKeepsNothing(tab: string): void {
    for (const intent of this.intents.values())
      if (intent.tab === tab && !intent.person.isRecorded) {
        intent.isForgotten = true;
        intent.keptSince = Infinity;
      }
  }

  report(kind: Breach, detail: string): void {
    const [record = ''] = /[0-9a-f-]{36}/.exec(detail) ?? [];
    const happened = this.disturbed.get(record)?.join(', ');
    this.breaches.push({ kind, detail: happened ? `${detail} (${happened})` : detail });
  }

  disturb(disturbance: string, record: string | null): void {
    this.disturbances.set(disturbance, (this.disturbances.get(disturbance) ?? 0) + 1);
    if (record !== null) this.disturbed.set(record, [...(this.disturbed.get(record) ?? []), disturbance]);
  }

  /** Whether a tab that is not done has said nothing for that many milliseconds. */
  isSilent(tab: string, longest: number): boolean {
    const at = this.#doing.get(tab)?.at;
    return at !== undefined && !this.#left.has(tab) && performance.now() - at > longest;
  }

  /** Remembers what a tab is doing, for when it never ends. */
  note(tab: string, doing: string): void {
    this.#doing.set(tab, { what: `${doing} (load ${this.#visits.get(tab) ?? 0})`, at: performance.now() });
  }

  /** Something says that a record is recorded: it must be by now. */
  async see(record: string, how: string): Promise<void> {
    if (!(await this.#oracle.isRecorded(record))) this.report('shown before recorded', `${record} (${how})`);
    else if (!this.#oracle.isConfirmed(record)) this.report('believed without proof', `${record} (${how})`);
  }

  /** What has left the outbox of a device is recorded, was refused, or was never kept; else it is lost. */
  async #reconcile(tab: string, { kept, readAfter }: Kept): Promise<void> {
    const device = deviceOf(tab);
    this.note(tab, `the outbox holds ${kept.join(', ') || 'nothing'}`);
    for (const [id, intent] of this.intents) {
      // A page that was left may have asked before, of an outbox that could not hold it yet.
      if (intent.at > readAfter) continue;
      if (intent.device !== device || intent.person.intent !== id || intent.person.isRecorded) continue;
      if (kept.includes(id)) {
        noteKept(intent);
        continue;
      }
      // Another tab may have pressed a moment ago: its record is on its way to the outbox.
      const wasKept = intent.keptSince < readAfter;
      if (intent.tab !== tab && (!wasKept || intent.signed.isVolatile)) continue;
      const isRecorded = await this.#oracle.isRecorded(id);
      if (intent.void) continue;
      if (isRecorded) intent.person.isRecorded = true;
      else if (this.#oracle.isRefused(id)) this.#void(intent, 'refused', id);
      else if (!wasKept) this.#void(intent, 'not kept', id);
      else {
        this.report('lost', `${id} of ${intent.person.id} left the outbox of ${tab}`);
        this.#void(intent, 'not kept', id);
      }
    }
  }

  #void(intent: Intent, reason: 'refused' | 'not kept', id: string): void {
    if (intent.void) return;
    intent.void = reason;
    this.counts[reason === 'refused' ? 'refused' : 'notKept']++;
    const { person } = intent;
    if (person.intent !== id) return;
    person.intent = undefined;
    if (person.tab === undefined) this.#queueOf(intent.tab).unshift(person);
  }

  #queueOf(tab: string): Person[] {
    return this.#waiting.get(engineOf(tab))!;
  }
}

function engineOf(name: string, separator = '/'): string {
  return name.slice(0, name.indexOf(separator));
}

function deviceOf(tab: string): string {
  return tab.slice(0, tab.lastIndexOf('/'));
}

function noteKept(intent: Intent): void {
  intent.keptSince = Math.min(intent.keptSince, performance.now());
}
