/** What happens to a page while a person reviews or the record is on its way. */
import type { Random } from '../random.ts';
import { tell } from './desk.ts';
import { create, isShared, isVolatile, secondCharter } from './setting.ts';
import type { Setting } from './setting.ts';
import { find, reviewed, viewOf } from './view.ts';
import { change } from './watch.ts';

/** What a disturbance works on. */
export interface Stage {
  readonly setting: Setting;
  /** The element where the person signs; another one may take its place. */
  element: HTMLElement;
  readonly random: Random;
  /** Whether the record is kept on the device: only then may the page be left. */
  readonly isKept: () => Promise<boolean>;
  /** Takes a new element into the page's care, in the place of another. */
  readonly adopt: (element: HTMLElement, before: HTMLElement) => void;
}

type Act = (stage: Stage) => void | Promise<void>;

export const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

const leave =
  (go: () => void): Act =>
  async ({ isKept, setting }) => {
    if (!isVolatile(setting) || (await isKept())) go();
  };

/** While the record is on its way. */
export const sendingDisturbances: Readonly<Record<string, Act>> = {
  reload: leave(() => location.reload()),
  navigate: leave(() => location.assign(`/elsewhere.html?back=${encodeURIComponent(otherPage())}`)),
  close: leave(() => tell('close', {})),
  'move by append()': ({ element }) => element.parentElement?.append(element),
  'move into another parent': ({ element }) => {
    const panel = create('section', {});
    element.after(panel);
    panel.append(element);
  },
  'remove and put back': async ({ element, random }) => {
    const parent = element.parentElement!;
    element.remove();
    await pause(random() * 2500);
    parent.append(element);
  },
  replace: async (stage) => {
    const { element, random, setting } = stage;
    // Where several people come, what is no longer on its way is not shown to whoever comes next.
    if (isShared(setting) && viewOf(element) !== 'sending') return;
    const parent = element.parentElement!;
    const attributes = Object.fromEntries([...element.attributes].map(({ name, value }) => [name, value]));
    element.remove();
    await pause(isShared(setting) ? 0 : random() * 1500);
    stage.element = create(element.localName, attributes);
    parent.append(stage.element);
    stage.adopt(stage.element, element);
  },
  // What only the page holds is not seen any more once it moves on: nobody could say whether it was lost.
  'another endpoint': ({ element, setting }) => {
    if (isVolatile(setting)) return;
    const isRenamed = element.getAttribute('endpoint') === '/renamed/signatures';
    element.setAttribute('endpoint', isRenamed ? '/api/signatures' : '/renamed/signatures');
  },
  'another charter': ({ element, setting }) => {
    if (!['two', 'practices'].includes(setting.kind) && !isVolatile(setting))
      element.setAttribute('src', secondCharter);
  },
  'nonsense on the channel': ({ random }) => {
    const nonsense = [
      null,
      42,
      'x',
      {},
      { endpoint: '/api/signatures', id: {} },
      { endpoint: null, news: null },
    ];
    const channel = new BroadcastChannel('charter-elements-outbox');
    channel.postMessage(nonsense[Math.floor(random() * nonsense.length)]);
    channel.close();
  },
};

/** What a review that is open shows may change under it. */
export const reviewDisturbances: Readonly<Record<string, Act>> = {
  'another signer-name': ({ element, setting }) => {
    if (setting.kind === 'locked')
      element.setAttribute('signer-name', `${element.getAttribute('signer-name')} Martin`);
  },
  'practices unticked': ({ setting }) => {
    if (setting.kind === 'practices') checkbox('report-to-authorities')?.click();
  },
  'another audience': ({ element, setting, random }) => {
    if (setting.kind === 'practices' || setting.kind === 'two') return;
    element.setAttribute('audience', random() < 0.5 ? 'patients' : 'visitors');
  },
  'no network': ({ random }) => tell('cut', { milliseconds: 1000 + random() * 2500 }),
  'lock held elsewhere': ({ random }) => {
    const milliseconds = 1000 + random() * 5000;
    for (const name of lockNames())
      void navigator.locks.request(name, () => pause(milliseconds)).catch(() => undefined);
  },
};

/** The names under which the outbox of this page's endpoints may be locked. */
function lockNames(): string[] {
  const endpoints = [...document.querySelectorAll('charter-acknowledgement')].map((element) =>
    element.getAttribute('endpoint')!,
  );
  return endpoints.flatMap((endpoint) =>
    [endpoint, new URL(endpoint, location.href).href].map((name) => `charter-elements:${name}`),
  );
}

function checkbox(practice: string): HTMLElement | null {
  const checklist = document.querySelector<HTMLElement>('charter-checklist');
  return checklist && find(checklist, `input[type=checkbox][value="${practice}"]`);
}

/** The page in the other folder: a relative endpoint leads elsewhere there. */
function otherPage(): string {
  const folder = location.pathname.startsWith('/east/') ? '/west/' : '/east/';
  return `${folder}page.html${location.search}`;
}

/** How long the review may take to follow what has changed, in milliseconds. */
const longestFollowing = 2000;

/** What the review shows and is no longer so; `undefined` once it follows, or is left. */
export async function findStale({ element, setting }: Stage): Promise<string | undefined> {
  const end = performance.now() + longestFollowing;
  for (;;) {
    const stale = staleMember(element, setting);
    if (stale === undefined || performance.now() > end) return stale;
    await change(200);
  }
}

function staleMember(element: HTMLElement, setting: Setting): string | undefined {
  const record = reviewed(element);
  if (!record) return undefined;
  const name = setting.kind === 'locked' ? element.getAttribute('signer-name') : undefined;
  if (name && record.signer.name !== name) return `the name ${record.signer.name}, now ${name}`;
  const audience = element.getAttribute('audience');
  if (audience && record.charter.audience !== audience)
    return `the audience ${record.charter.audience}, now ${audience}`;
  const checklist = document.querySelector<HTMLElement & { value?: readonly string[] }>('charter-checklist');
  const ticked = checklist?.value?.join(' ');
  // Whoever declines engages in no practice.
  const isAgreed = record.decision === 'accepted';
  if (isAgreed && ticked !== undefined && record.practices?.join(' ') !== ticked)
    return 'other practices than are ticked';
  return undefined;
}
