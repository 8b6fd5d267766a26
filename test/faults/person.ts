/** Plays, in the page, the people who sign one after the other: through the element's own controls. */
import type { Announcement, Kept, Messages } from './messages.ts';
import { randomFor } from './random.ts';

const parameters = new URL(location.href).searchParams;
const tab = parameters.get('tab')!;
const database = 'charter-elements-outbox';
const element = document.querySelector('charter-acknowledgement')!;

const find = (selector: string): HTMLElement | null =>
  element.shadowRoot?.querySelector<HTMLElement>(selector) ?? null;

async function ask<Act extends keyof Messages>(
  act: Act,
  message: Messages[Act]['ask'],
): Promise<Messages[Act]['answer']> {
  const body = JSON.stringify({ tab, ...message });
  // What was seen must be told also when the page is left in that moment; pages of WebKit died of it more often.
  const keepalive = !navigator.userAgent.includes('Version/');
  const response = await fetch(`/desk/${act}`, { method: 'POST', body, keepalive });
  return (await response.json()) as Messages[Act]['answer'];
}

async function readOutbox(): Promise<Kept> {
  const { now } = await ask('time', {});
  return { kept: await readKeptIds(), readAfter: now };
}

/** Ids in the outbox, read without the element; the database is never made here. */
async function readKeptIds(): Promise<string[]> {
  if (!(await indexedDB.databases()).some(({ name }) => name === database)) return [];
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(database);
    opening.onerror = () => reject(opening.error!);
    opening.onsuccess = () => {
      const keys = opening.result.transaction('entries').objectStore('entries').getAllKeys();
      keys.onerror = () => reject(keys.error!);
      keys.onsuccess = () => {
        opening.result.close();
        resolve(keys.result as string[]);
      };
    };
  });
}

type View =
  | 'none'
  | 'form'
  | 'review'
  | 'sending'
  | 'signed'
  | 'pending'
  | 'sign-in'
  | 'failed'
  | 'outdated'
  | 'already-signed';

function view(): View {
  if (find('[part~=receipt]')) return 'signed';
  if (find('[part~=failure]')) return 'failed';
  if (find('[part~=outdated]')) return 'outdated';
  if (find('[part~=pending]')) return find('[part~=restart-button]') ? 'pending' : 'sign-in';
  const sign = find('[part~=sign-button]');
  if (sign) return sign.ariaDisabled === 'true' ? 'sending' : 'review';
  if (find('[part~=review-button]')) return 'form';
  return find('[part~=signed-version]') ? 'already-signed' : 'none';
}

let wake: (() => void) | undefined;

/** The element changed or announced something; at the latest when the patience (milliseconds) ends. */
function change(patience = 3000): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => {
      void ask('waiting', { seen: `${view()} ${document.visibilityState}` });
      resolve();
    }, patience);
    wake = () => {
      clearTimeout(timer);
      resolve();
    };
  });
}

const events: Announcement[] = [
  'charter-sign-request',
  'charter-sign-queued',
  'charter-signed',
  'charter-sign-failed',
];
for (const event of events) {
  document.addEventListener(event, (announced) => {
    const { record } = (announced as CustomEvent<{ record: { id: string } }>).detail;
    void ask('announced', { event, record: record.id });
    wake?.();
  });
}

const shown = new Set<string | null>();

/** Tells each signature that the screen or the state says is recorded, in the moment it does. */
function look(): void {
  if (element.matches(':state(signed)') || find('[part~=receipt]')) {
    const record = find('[part~=receipt] code')?.textContent ?? null;
    if (!shown.has(record)) void ask('shown', { record });
    shown.add(record);
  }
  wake?.();
}

function press(selector: string): void {
  find(selector)?.click();
}

function fill(name: string, value: string): void {
  const input = find(`#${name}`) as HTMLInputElement | null;
  if (!input || input.value === value) return;
  input.value = value;
  input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
}

function tickStatements(): void {
  for (const box of element.shadowRoot!.querySelectorAll<HTMLInputElement>('[part~=statement] input'))
    if (!box.checked) box.click();
}

await customElements.whenDefined('charter-acknowledgement');
new MutationObserver(look).observe(element.shadowRoot!, {
  subtree: true,
  childList: true,
  attributes: true,
  characterData: true,
});
look();

const { visit } = await ask('arrive', await readOutbox());
const random = randomFor(Number(parameters.get('seed')), `${tab} ${visit}`);
let person: { person: string; name: string } | undefined;
/** Turns without anybody left to sign. */
let idleTurns = 0;

/** The page is reloaded for some signatures, at any moment around the sending. */
function maybeReload(): void {
  if (random() < 0.12) setTimeout(() => location.reload(), random() * 500);
}

async function useForm(): Promise<boolean> {
  if (!person) {
    const next = await ask('next', await readOutbox());
    if (next.task === 'leave') return false;
    if (next.task === 'send') {
      // What the browser says when the network is back; a page that is not in front ignores it.
      window.dispatchEvent(new Event('online'));
      await change(500);
      // Beginning again shows what an earlier visit left behind. Some stay for longer than a lock is waited for, which
      // a tab that hangs keeps for ever.
      if (++idleTurns % (visit % 12 === 11 ? 45 : 3) === 0) location.reload();
      return true;
    }
    person = next;
    if (random() < 0.02) location.reload();
  }
  fill('name', person.name);
  fill('id', person.person);
  tickStatements();
  press('[part~=review-button]');
  await change();
  return true;
}

async function review(): Promise<void> {
  const record = JSON.parse(find('[part~=record] pre')!.textContent) as {
    id: string;
    signer: { id: string };
  };
  if (record.signer.id !== person?.person) {
    press('[part~=back-button]');
    await change();
    return;
  }
  await ask('intent', { person: person.person, record: record.id });
  if (view() !== 'review' || !find('[part~=record] pre')!.textContent.includes(record.id)) return;
  person = undefined;
  maybeReload();
  press('[part~=sign-button]');
  await change();
}

for (;;) {
  switch (view()) {
    case 'form':
      if (!(await useForm())) {
        document.title = 'Done';
        break;
      }
      continue;
    case 'review':
      await review();
      continue;
    case 'pending':
      // Some insist before they leave their place to the next.
      if (random() < 0.3) {
        press('[part~=retry-button]');
        await change();
      }
      press('[part~=restart-button]');
      break;
    case 'signed':
    case 'failed':
      press('[part~=restart-button]');
      break;
    case 'sign-in':
      press('[part~=retry-button]');
      break;
    case 'outdated':
      press('[part~=reload-button]');
      break;
    case 'already-signed':
      location.reload();
      break;
    default:
  }
  if (document.title === 'Done') break;
  await change();
}
