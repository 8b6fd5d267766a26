/** Measures, in the page, what an element or its clone does with a charter. Times are in milliseconds. */
import type { Charter } from '../../src/charter/charter.ts';
import { clone } from './clone.ts';
import { element } from './subject.ts';
import type { Subject, Tag } from './subject.ts';

/** An element, its clone, or a clone without the rules that leave out what is far from the window. */
export type Kind = 'element' | 'clone' | 'whole clone';

let subject: Subject;
let charter: Charter;

const inPage = {
  /** Loads the charter of so many practices, and shows one of a single practice. */
  async prepare(kind: Kind, tag: Tag, count: number): Promise<void> {
    charter = (await (await fetch(`/${count}.json`)).json()) as Charter;
    const one: Charter = { ...charter, practices: charter.practices!.slice(0, 1) };
    // The words of the language spoken later are loaded before they are needed.
    const reader = await element('charter-viewer', one);
    await reader.speak('en');
    reader.host.remove();
    subject = await (kind === 'element' ? element : clone)(tag, one);
    if (kind === 'whole clone') {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync('.stretch { contain: none !important; content-visibility: visible !important }');
      subject.host.shadowRoot!.adoptedStyleSheets.push(sheet);
    }
    await committed();
  },

  /** From setting the charter to the commit of the frame that shows it. */
  async show(): Promise<number> {
    const time = await timed(() => subject.show(charter));
    const { length } = subject.host.shadowRoot!.querySelectorAll('[part=practice]');
    if (length !== charter.practices!.length) throw new Error(`${length} practices are shown`);
    return time;
  },

  /** From the click on a box in view to the commit of the frame that shows it ticked and counted, some times. */
  async tick(times: number): Promise<number[]> {
    const root = subject.host.shadowRoot!;
    const boxes = [...root.querySelectorAll<HTMLInputElement>('[type=checkbox]')];
    const middle = Math.floor(boxes.length / 2) - 3;
    boxes[middle]!.scrollIntoView({ block: 'center' });
    await committed();
    const measured: number[] = [];
    for (const box of boxes.slice(middle, middle + times)) {
      await committed();
      measured.push(await clickInFrame(box));
      const words = root.querySelector('[role=status]')!.textContent.trim();
      if (!words.startsWith(`${measured.length} `)) throw new Error(`after ticks: ${words}`);
    }
    return measured;
  },

  /** From the change of `lang` to the commit of the frame that speaks the other language. */
  speak(): Promise<number> {
    return timed(() => subject.speak('en'));
  },

  /** What stands in the DOM, one line an element: the clone must have what the element has. */
  lines(): string[] {
    return linesOf(subject.host.shadowRoot!);
  },
};

declare global {
  var growth: typeof inPage;
}
globalThis.growth = inPage;

async function timed(act: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await act();
  return (await committed()) - start;
}

/** Resolves with the time once the next frame is committed: a message is heard after the frame that it was sent from. */
function committed(inFrame: () => void = () => undefined): Promise<number> {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port1.onmessage = () => {
      port1.close();
      resolve(performance.now());
    };
    requestAnimationFrame(() => {
      inFrame();
      port2.postMessage(undefined);
    });
  });
}

/** Within a frame: how long the next one is in coming is no work of the page. */
async function clickInFrame(box: HTMLElement): Promise<number> {
  let start = 0;
  const end = await committed(() => {
    start = performance.now();
    box.click();
  });
  return end - start;
}

function linesOf(node: ParentNode, depth = 0): string[] {
  return [...node.children].flatMap((child) => {
    const attributes = [...child.attributes].map(({ name, value }) => `${name}=${value}`).sort();
    const texts = [...child.childNodes].filter(({ nodeType }) => nodeType === Node.TEXT_NODE);
    const text = texts.map(({ nodeValue }) => nodeValue!.trim()).join('');
    return [
      `${' '.repeat(depth)}${child.localName} ${attributes.join(' ')} ${text}`,
      ...linesOf(child, depth + 1),
    ];
  });
}
