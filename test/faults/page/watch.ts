/** Watches elements from the outside: what they announce, what they show, and for how long. */
import { nameOf } from '../messages.ts';
import type { Announcement, CharterName, HeardEvent, SignedRecord } from '../messages.ts';
import { ask, complain, patience, tab, tell } from './desk.ts';
import { find, viewOf } from './view.ts';

type SigningElement = HTMLElement & { readonly charter?: { id: string; version: string } };

/** How often to look at what no event tells of, in milliseconds. */
const rhythm = 150;

/** How long a person needs to see a change, in milliseconds. */
const reactionTime = 30;

/** « Envoi… » may stay for the timeout and this; milliseconds. */
const grace = 2000;

/** How soon after the screen says signed the page must have been told, in milliseconds. */
const longestUnannounced = 2500;

interface Watched {
  readonly element: SigningElement;
  /** How long it has been at « Envoi… », as far as the page lived, in milliseconds. */
  sending: number | undefined;
  isTooLong: boolean;
  /** How long it has shown nothing, in milliseconds. */
  blank: number;
}

const watched = new Set<Watched>();
let wake: (() => void) | undefined;
/** The record whose sign button was pressed last. */
let pressed = 'no record';

export const notePress = (record: string): void => void (pressed = record);

/** The charter of an element; `null` where it has none within a while. */
async function charterOf(element: SigningElement): Promise<CharterName> {
  for (let looks = 0; looks < 20 && !element.charter; looks++)
    await new Promise((resolve) => setTimeout(resolve, rhythm));
  return nameOf(element.charter);
}

/** The longest that any element in the page has shown nothing, in milliseconds of a machine that is not busy. */
export const longestBlank = (): number => Math.max(...[...watched].map(({ blank }) => blank));

/** Whether an element has been at « Envoi… » for too long. */
export const isStuck = (): boolean =>
  [...watched].some(({ isTooLong, sending }) => isTooLong && sending !== undefined);

/** An element changed or announced something; at the latest when the time (milliseconds) ends. */
export function change(longest = 3000): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => {
      tell('waiting', {
        seen: `${[...watched].map(({ element }) => viewOf(element)).join(', ')} ${document.visibilityState}`,
      });
      resolve();
    }, longest);
    wake = () => {
      clearTimeout(timer);
      // A person is slower than a browser: what is done at once, again and again, would leave the page no time at all.
      setTimeout(resolve, reactionTime);
    };
  });
}

/** Events of this tab that the desk has not answered yet: the page may be left in the middle of saying so. */
const unheard = new Map(readUnheard().map((heard) => [heard.id, heard]));
for (const heard of unheard.values()) hearEvent(heard);

function readUnheard(): HeardEvent[] {
  return JSON.parse(localStorage.getItem(`unheard ${tab}`) ?? '[]') as HeardEvent[];
}

function hearEvent(heard: HeardEvent): void {
  const keep = (): void => localStorage.setItem(`unheard ${tab}`, JSON.stringify([...unheard.values()]));
  unheard.set(heard.id, heard);
  keep();
  void ask('announced', heard).then(() => {
    unheard.delete(heard.id);
    keep();
  });
}

const announced = new Set<string>();
const events: readonly Announcement[] = [
  'charter-sign-request',
  'charter-sign-queued',
  'charter-signed',
  'charter-declined',
  'charter-sign-failed',
];
for (const event of events) {
  document.addEventListener(event, (announcement) => {
    const { record } = (announcement as CustomEvent<{ record?: SignedRecord }>).detail;
    // Of what is kept encrypted, nothing is said.
    if (record) {
      if (event === 'charter-signed' || event === 'charter-declined') announced.add(record.id);
      const { target } = announcement;
      hearEvent({
        ...{ id: crypto.randomUUID(), event, record: record.id, of: nameOf(record.charter) },
        // The document speaks for charters that no element shows.
        by: target === document ? null : nameOf((target as SigningElement).charter),
      });
    }
    wake?.();
  });
}

const shown = new Set<string>();

/** What is shown may follow the state by a moment, not by more. */
function complainOfNothing(element: SigningElement): void {
  const isSigned = element.isConnected && element.matches(':state(signed)');
  const view = viewOf(element);
  if (isSigned && view !== 'signed' && view !== 'already-signed')
    complain('signed without a record', `:state(signed) with ${view}`);
}

/** Tells each signature that the screen or the state says is recorded, in the moment it does. */
function look(element: SigningElement): void {
  if (element.isConnected && (element.matches(':state(signed)') || find(element, '[part~=receipt]'))) {
    const record = find(element, '[part~=receipt] code')?.textContent.trim() ?? null;
    if (record === null && viewOf(element) !== 'already-signed')
      setTimeout(() => complainOfNothing(element), rhythm);
    else if (record !== null && !shown.has(record)) {
      void charterOf(element).then((by) => tell('shown', { record, by }));
      setTimeout(() => {
        if (record && !announced.has(record)) complain('unannounced', record);
      }, longestUnannounced);
    }
    if (record !== null) shown.add(record);
  }
  wake?.();
}

/** @param elapsed - Milliseconds of the page's life since the last look; a page that the browser froze did not live. */
function measure(entry: Watched, elapsed: number): void {
  const { element } = entry;
  entry.blank =
    element.isConnected && viewOf(element) === 'none' ? entry.blank + Math.min(elapsed, rhythm) : 0;
  if (element.isConnected && element.matches(':state(sending)')) {
    const sending = (entry.sending = (entry.sending ?? -elapsed) + elapsed);
    if (sending <= patience + grace || entry.isTooLong) return;
    entry.isTooLong = true;
    tell('sending', { record: pressed, milliseconds: sending, isOver: false });
    wake?.();
  } else {
    if (entry.sending !== undefined)
      tell('sending', { record: pressed, milliseconds: entry.sending, isOver: true });
    entry.sending = undefined;
    entry.isTooLong = false;
  }
}

let last = performance.now();
setInterval(() => {
  const now = performance.now();
  const elapsed = Math.min(now - last, 1100);
  last = now;
  for (const entry of watched) measure(entry, elapsed);
}, rhythm);

export function watch(element: HTMLElement): void {
  watched.add({ element, sending: undefined, isTooLong: false, blank: 0 });
  new MutationObserver(() => look(element)).observe(element.shadowRoot!, {
    subtree: true,
    childList: true,
    attributes: true,
    characterData: true,
  });
  look(element);
}
