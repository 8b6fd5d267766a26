/**
 * What is measured beside: the DOM that the elements make, written by hand. Templates are cloned and their texts filled
 * in, under the same style sheets in a shadow root; nothing is validated, nothing of it can be updated but what is here.
 */
import type { Charter, Practice } from '../../src/charter/charter.ts';
import { element } from './subject.ts';
import type { Subject, Tag } from './subject.ts';

/** What differs between the two elements. */
interface Kind {
  /** What holds the groups. */
  readonly list: string;
  /** What stands before them in it. */
  readonly before?: string;
  renderGroup(group: string, practices: readonly Practice[]): Node;
  /** What the list changes around it. Gives what says it in the language spoken. */
  finish?(root: ShadowRoot, charter: Charter): () => void;
  /** What has words of the interface, around the list. */
  readonly translated: readonly string[];
  /** Words of the interface in the list. */
  readonly marks?: string;
}

/** A clone with a charter of one practice, around which it stays as the element has rendered it. */
export async function clone(tag: Tag, charter: Charter): Promise<Subject> {
  const model = await element(tag, charter);
  const shadow = model.host.shadowRoot!;
  const host = document.createElement('div');
  const root = host.attachShadow({ mode: 'open' });
  root.adoptedStyleSheets = shadow.adoptedStyleSheets;
  root.append(copyOf(shadow));
  await model.speak('en');
  const english = copyOf(shadow);
  model.host.remove();
  document.body.append(host);

  const kind = kinds[tag];
  let finish: (() => void) | undefined;
  const show = ({ practices = [], ...rest }: Charter): void => {
    const stretches: HTMLElement[] = [];
    [...Map.groupBy(practices, ({ group }) => group!)].forEach(([group, members], index) => {
      if (index % groupsPerStretch === 0) stretches.push(stretch());
      stretches.at(-1)!.append(kind.renderGroup(group, members));
    });
    const list = root.querySelector(kind.list)!;
    const before = kind.before === undefined ? [] : [list.querySelector(kind.before)!];
    list.replaceChildren(...before, ...stretches);
    finish = kind.finish?.(root, { practices, ...rest });
  };
  const speak = (language: string): void => {
    const around = root.querySelector<HTMLElement>('.root')!;
    around.lang = language;
    for (const selector of kind.translated)
      root.querySelector(selector)!.replaceWith(english.querySelector(selector)!.cloneNode(true));
    finish?.();
    if (kind.marks === undefined) return;
    const words = english.querySelector(kind.marks)!;
    for (const mark of root.querySelectorAll(kind.marks))
      mark.replaceChildren(...words.cloneNode(true).childNodes);
  };
  return {
    host,
    show(next) {
      show(next);
      return Promise.resolve();
    },
    speak(language) {
      speak(language);
      return Promise.resolve();
    },
  };
}

/** The DOM of an element without the marks of its templates. */
function copyOf(root: ShadowRoot): DocumentFragment {
  const copy = document.createDocumentFragment();
  copy.append(...[...root.children].map((child) => child.cloneNode(true)));
  const comments = document.createTreeWalker(copy, NodeFilter.SHOW_COMMENT);
  const found: Comment[] = [];
  while (comments.nextNode()) found.push(comments.currentNode as Comment);
  for (const comment of found) comment.remove();
  return copy;
}

function template(markup: string): () => HTMLElement {
  const holder = document.createElement('template');
  holder.innerHTML = markup;
  return () => holder.content.firstElementChild!.cloneNode(true) as HTMLElement;
}

const groupsPerStretch = 5;
const stretch = template('<div class="stretch"></div>');
const box = '<input type="checkbox" part="checkbox">';
const listed = (label: string): (() => HTMLElement) =>
  template(
    `<li part="practice">${box}<div class="text"><label>${label}</label><p class="muted"></p></div></li>`,
  );
const optional = listed(' ');
const required = listed(' <span class="muted">(obligatoire)</span>');
const fieldset = template('<fieldset part="group"><legend part="group-title"></legend><ul></ul></fieldset>');

function listPractice({ id, text, why, required: isRequired }: Practice): Node {
  const item = isRequired ? required() : optional();
  const input = item.firstElementChild as HTMLInputElement;
  const label = input.nextElementSibling!.firstElementChild as HTMLLabelElement;
  const reason = label.nextElementSibling!;
  input.id = label.htmlFor = `practice-${id}`;
  input.value = id;
  input.setAttribute('aria-describedby', (reason.id = `why-${id}`));
  (label.firstChild as Text).data = `${text as string} `;
  reason.textContent = why as string;
  return item;
}

const title = template('<h4 class="group-title" part="group-title"></h4>');
const list = template('<ul class="practices"></ul>');
const read = template('<li part="practice"><p></p><p class="muted"></p></li>');

function readPractice({ text, why }: Practice): Node {
  const item = read();
  item.firstElementChild!.textContent = text as string;
  item.lastElementChild!.textContent = why as string;
  return item;
}

const kinds: Readonly<Record<Tag, Kind>> = {
  'charter-checklist': {
    list: '.groups',
    renderGroup(group, practices) {
      const node = fieldset();
      node.firstElementChild!.textContent = group;
      node.lastElementChild!.append(...practices.map(listPractice));
      return node;
    },
    finish(root, { practices = [] }) {
      const around = root.querySelector<HTMLElement>('.root')!;
      const words = root.querySelector('[role=status]')!;
      const bar = root.querySelector('progress')!;
      let ticked = 0;
      const say = (): void => {
        const all = practices.length.toLocaleString(around.lang);
        const one = around.lang === 'fr' ? 'pratique cochée sur' : 'practice ticked out of';
        const other = around.lang === 'fr' ? 'pratiques cochées sur' : 'practices ticked out of';
        const form = new Intl.PluralRules(around.lang).select(ticked);
        words.textContent = `${ticked} ${form === 'one' ? one : other} ${all}`;
        bar.value = ticked;
      };
      bar.max = practices.length;
      say();
      root.querySelector('.groups')!.addEventListener('input', ({ target }) => {
        ticked += (target as HTMLInputElement).checked ? 1 : -1;
        say();
      });
      return () => {
        bar.ariaLabel = 'Practices ticked';
        say();
      };
    },
    translated: ['.title', '.clear'],
    marks: 'label > .muted',
  },
  'charter-viewer': {
    list: '#_practices',
    before: '.section-title',
    renderGroup(group, practices) {
      const node = document.createDocumentFragment();
      const heading = title();
      heading.textContent = group;
      const items = list();
      items.append(...practices.map(readPractice));
      node.append(heading, items);
      return node;
    },
    translated: ['header', '.toc', '#_practices > .section-title', '#_sources'],
  },
};
