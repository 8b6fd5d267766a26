/** Plays, in the page, the people who sign one after the other: through the element's own controls. */
import { pick, randomFor } from '../random.ts';
import { ask, complain, patience, readOutbox, seed, tab, tell } from './desk.ts';
import {
  breakStorage,
  clearDevice,
  clearGarbage,
  clearRefused,
  keepGarbage,
  onKeepingNothing,
  readEntries,
} from './device.ts';
import type { StorageFailure } from './device.ts';
import { findStale, pause, reviewDisturbances, sendingDisturbances } from './disturbances.ts';
import type { Stage } from './disturbances.ts';
import { drawSetting, furnish, isShared, isVolatile } from './setting.ts';
import { fill, find, press, reviewed, tick, viewOf } from './view.ts';
import type { View } from './view.ts';
import { change, isStuck, longestBlank, notePress, watch } from './watch.ts';

/** How long an element may show nothing before the person loads the page again, in milliseconds. */
const longestBlankness = 8000;

/** Where the form says why it cannot be left. */
const said = '[part~=fault], [role=alert]';

/** How many times a person asks for what does not come; the network is back long before. */
const mostRetries = 8;

/** The record whose sign button was pressed last. */
let signedId: string | undefined;

onKeepingNothing(() => {
  tell('keepsNothing', {});
  tell('disturb', { disturbance: 'the device fails', record: signedId ?? null });
});
await customElements.whenDefined('charter-acknowledgement');
await clearGarbage();
const { visit, isOver } = await ask('arrive', await readOutbox());
// What was refused to somebody else is shown in a list, with a button that erases it.
if (isOver) await clearRefused();
const random = randomFor(seed, `${tab} ${visit}`);
const waiting = (await readEntries())[0]?.endpoint;
let person: { person: string; name: string } | undefined;
/** Whether that person has pressed the sign button, and not seen yet what came of it. */
let hasPressed = false;
/** How many times the review was asked for, and did not come. */
let presses = 0;
/** Turns without anybody left to sign. */
let idleTurns = 0;

const setting = drawSetting(random, isOver, waiting);
if (setting.kind === 'locked') await callNext();
if (setting.kind === 'garbage-kept') await keepGarbage(setting.endpoint, random);
if (setting.kind === 'storage-fails') {
  const failure = pick<StorageFailure>({ put: 3, open: 2, hang: 1, newer: 1 }, random);
  tell('disturb', { disturbance: `storage fails: ${failure}`, record: null });
  const moment = failure === 'newer' || random() < 0.5 ? 0 : random() * 6000;
  if (moment === 0) breakStorage(failure);
  else setTimeout(() => breakStorage(failure), moment);
} else if (setting.kind !== 'plain') tell('disturb', { disturbance: setting.kind, record: null });

const elements = furnish(setting, {
  ...(setting.kind === 'locked' && person && { 'signer-name': person.name, 'signer-id': person.person }),
});
const stage: Stage = {
  setting,
  random,
  element: elements[Math.floor(random() * elements.length)]!,
  isKept: async () => (await readEntries()).some(({ id }) => id === signedId),
  adopt: (element, before) => {
    elements[elements.indexOf(before)] = element;
    watch(element);
  },
};
for (const element of elements) watch(element);

async function callNext(): Promise<'sign' | 'send' | 'leave'> {
  const next = await ask('next', await readOutbox());
  if (next.task === 'sign') {
    person = next;
    hasPressed = false;
  }
  return next.task;
}

/** Whether the page may be left without losing what only it holds. */
async function mayLeave(): Promise<boolean> {
  const view = viewOf(stage.element);
  const isUnderWay = view === 'pending' || view === 'sending';
  // A device may take its time to keep what was signed here.
  return !isUnderWay || (!isVolatile(setting) && signedId === undefined) || (await stage.isKept());
}

async function useForm(): Promise<boolean> {
  if (!person) {
    // The page is of one person.
    if (setting.kind === 'locked') return reload();
    const task = await callNext();
    if (task === 'leave') return false;
    if (task === 'send') {
      // What the browser says when the network is back; a page that is not in front ignores it.
      window.dispatchEvent(new Event('online'));
      await change(500);
      for (const element of elements) if (viewOf(element) !== 'form') stage.element = element;
      // Beginning again shows what an earlier visit left behind. Some stay for longer than a lock is waited for, which
      // a tab that hangs keeps for ever.
      if (++idleTurns % (visit % 12 === 11 ? 45 : 3) === 0) return reload();
      return true;
    }
    stage.element = elements.length > 1 ? elements[Math.floor(random() * 2)]! : stage.element;
    if (viewOf(stage.element) !== 'form') return true;
    if (random() < 0.02) return reload();
  }
  const { name, person: id } = person!;
  if (setting.mayDecline && random() < 0.5 && press(stage.element, '[part~=decline-button]'))
    await change(500);
  fill(stage.element, 'reason', 'Je préfère en parler d’abord.');
  fill(stage.element, 'name', name);
  fill(stage.element, 'id', id);
  tick(stage.element, '[part~=statement] input');
  const checklist = document.querySelector<HTMLElement>('charter-checklist');
  if (checklist) tick(checklist, 'input[type=checkbox]');
  press(stage.element, '[part~=review-button]');
  const end = performance.now() + longestBlankness;
  do await change(500);
  while (viewOf(stage.element) === 'form' && !find(stage.element, said) && performance.now() < end);
  presses = viewOf(stage.element) === 'form' ? presses + 1 : 0;
  if (presses > mostRetries) {
    const words = [said, '[part~=review-button]', '[role=status]'].map((part) => find(stage.element, part));
    const seen = words.map((part) => part?.textContent.replace(/\s+/g, ' ').trim() ?? '').join(' | ');
    complain('blank', `the form cannot be left: ${setting.kind}: ${seen}`);
    return reload();
  }
  return true;
}

/** Draws one thing that happens; none for many signatures, nor once everybody has signed. */
function draw<Act>(share: number, acts: Readonly<Record<string, Act>>): [string, Act] | undefined {
  if (isOver || random() >= share) return undefined;
  const all = Object.entries(acts);
  return all[Math.floor(random() * all.length)];
}

async function review(): Promise<void> {
  const { element } = stage;
  if (!person || reviewed(element)?.signer.id !== person.person) {
    press(element, '[part~=back-button]');
    await change();
    return;
  }
  const before = draw(0.3, reviewDisturbances);
  if (before) {
    const [disturbance, act] = before;
    tell('disturb', { disturbance, record: reviewed(element)!.id });
    await act(stage);
    const stale = await findStale(stage);
    if (stale !== undefined) complain('stale review', `${reviewed(element)!.id} shows ${stale}`);
  }
  const record = reviewed(element);
  if (!record || viewOf(element) !== 'review') return;
  const path = new URL(element.getAttribute('endpoint')!, location.href).pathname;
  await ask('intent', {
    person: person.person,
    signed: { record, path, isVolatile: isVolatile(setting), kind: setting.kind },
  });
  if (viewOf(element) !== 'review' || JSON.stringify(reviewed(element)) !== JSON.stringify(record)) return;
  signedId = record.id;
  hasPressed = true;
  notePress(record.id);
  if (record.decision === 'declined') tell('disturb', { disturbance: 'declining', record: record.id });
  const during = draw(0.35, sendingDisturbances);
  press(element, '[part~=sign-button]');
  if (during) await disturbSending(record.id, ...during);
  else await change();
  if (await hasBegun()) person = undefined;
}

async function disturbSending(
  record: string,
  disturbance: string,
  act: (stage: Stage) => void | Promise<void>,
): Promise<void> {
  await pause(random() ** 2 * 1500);
  const view = viewOf(stage.element);
  if (readOutcome(view) && view !== 'pending') return;
  tell('disturb', { disturbance, record });
  await act(stage);
  // Whoever saw the record go does not sign it again because the page has moved on to something else.
  if (disturbance.startsWith('another')) person = undefined;
}

/** Whoever has read what came of the signature, however late, does not sign it again. */
function readOutcome(view: View): boolean {
  const isRead = hasPressed && ['signed', 'pending', 'failed', 'outdated'].includes(view);
  if (isRead) person = undefined;
  return isRead;
}

/** Whether the record is on its way, or further; a review that has changed asks for a second click. */
async function hasBegun(): Promise<boolean> {
  const end = performance.now() + patience;
  const isAtRest = (view: View): boolean => ['form', 'review', 'none', 'unavailable'].includes(view);
  while (isAtRest(viewOf(stage.element))) {
    if (performance.now() > end || viewOf(stage.element) === 'review') return false;
    await change(100);
  }
  return true;
}

/** What a person does in front of a signature that waits. */
async function wait(): Promise<void> {
  const { element } = stage;
  const isInsisting = isOver || !(await mayLeave()) || random() < 0.4;
  if (isInsisting && press(element, '[part~=retry-button]')) await change();
  if (viewOf(element) !== 'pending' || !(await mayLeave())) return;
  if (isOver) {
    // Another visit shows what else waits.
    await change(500);
    if (++idleTurns % 3 === 0) await reload();
  } else if (
    !press(element, '[part~=restart-button]') &&
    !(isShared(setting) && press(element, '[part~=wipe-button]'))
  ) {
    await reload();
  }
}

async function startOver(): Promise<void> {
  const { element } = stage;
  if (!press(element, '[part~=restart-button]') && !press(element, '[part~=wipe-button]')) await reload();
}

/** Loads the page again; nothing more is done in this one, which would never leave if it went on without a pause. */
function reload(): Promise<never> {
  location.reload();
  return new Promise(() => undefined);
}

/** Nothing can be done here any more: the person loads the page again, then clears the device. */
async function giveUp(complaint: 'blank' | undefined): Promise<never> {
  const blankVisits = Number(sessionStorage.getItem('blank visits') ?? 0) + 1;
  if (complaint) {
    complain(complaint, `${signedId ?? 'no record'}: ${setting.kind}`);
    sessionStorage.setItem('blank visits', String(blankVisits));
    if (blankVisits >= 3) {
      tell('disturb', { disturbance: 'device cleared by hand', record: null });
      await Promise.race([clearDevice(), change(1000)]);
    }
  }
  return reload();
}

let retries = 0;
for (let isDone = false; !isDone;) {
  if (isStuck()) await giveUp(undefined);
  if (longestBlank() > longestBlankness) await giveUp('blank');
  const view = viewOf(stage.element);
  if (view !== 'none') sessionStorage.removeItem('blank visits');
  retries = view === 'unavailable' ? retries + 1 : 0;
  readOutcome(view);
  switch (view) {
    case 'unavailable':
      if (retries > mostRetries) await giveUp('blank');
      press(stage.element, '[part~=retry-button]');
      await pause(1000);
      break;
    case 'form':
      isDone = !(await useForm());
      continue;
    case 'review':
      await review();
      continue;
    case 'pending':
      await wait();
      break;
    case 'signed':
    case 'failed':
      await startOver();
      break;
    case 'outdated':
      press(stage.element, '[part~=reload-button]');
      break;
    case 'already-signed':
      await reload();
      break;
    default:
  }
  await change(find(stage.element, '[part~=sign-button]') ? 500 : 1500);
}
document.title = 'Done';
