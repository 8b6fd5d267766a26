/** What stands beside the printed element, and what holds it. */
const mark = 'data-charter-print';

/**
 * On paper only: neighbours are left out, and nothing around the element clips it to one page. The screen stays as it
 * is, also where the browser refuses to print and never tells.
 */
const sheetText = `@media print {
  [${mark}='beside'] { display: none !important; }
  [${mark}='around'] {
    display: block !important;
    position: static !important;
    overflow: visible !important;
    height: auto !important;
    max-height: none !important;
    break-before: auto !important;
  }
}`;

/** What stands at the foot of every sheet, beside its number. */
export interface PrintOptions {
  readonly footer: string;
  /** Language of the footer, for its side. */
  readonly direction: string;
}

/**
 * Margins of the sheets, with the footer where the engine has margin boxes (Chromium). A shadow root has no say in them:
 * they are the document's as long as this element prints; when the page prints itself, they are the page's own.
 */
function footerSheet(element: HTMLElement, { footer, direction }: PrintOptions): string {
  const { fontFamily } = getComputedStyle(element);
  const look = `color: #444; font: 8pt ${fontFamily}`;
  const [start, end] = direction === 'rtl' ? ['right', 'left'] : ['left', 'right'];
  return `@page {
    margin: 16mm 16mm 20mm;
    @bottom-${start} { content: ${quoted(footer)}; width: 80%; text-align: ${start}; direction: ${direction}; ${look} }
    @bottom-${end} { content: counter(page) "/" counter(pages); text-align: ${end}; ${look} }
  }`;
}

/** A text as a string of CSS, whatever is in it. */
function quoted(text: string): string {
  return `"${text.replaceAll(/["\\\n\r\f]/g, (letter) => `\\${letter.codePointAt(0)!.toString(16)} `)}"`;
}

let undo: (() => void) | undefined;

/** Prints one element alone, wherever it stands in the page. */
export function printElement(element: HTMLElement, options?: PrintOptions): void {
  undo?.();
  const marked: Element[] = [];
  const roots = new Set<Document | ShadowRoot>();
  for (let node: Element | null = element; node; node = parentOf(node)) {
    const root = node.getRootNode();
    if (root instanceof Document || root instanceof ShadowRoot) roots.add(root);
    if (node !== element) marked.push(setMark(node, 'around'));
    for (const sibling of node.parentNode?.children ?? [])
      if (sibling !== node) marked.push(setMark(sibling, 'beside'));
  }
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(sheetText + (options ? footerSheet(element, options) : ''));
  for (const root of roots) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];

  undo = () => {
    for (const node of marked) node.removeAttribute(mark);
    for (const root of roots)
      root.adoptedStyleSheets = root.adoptedStyleSheets.filter((other) => other !== sheet);
    undo = undefined;
  };
  addEventListener('afterprint', () => undo?.(), { once: true });
  window.print();
}

function setMark(node: Element, value: 'beside' | 'around'): Element {
  node.setAttribute(mark, value);
  return node;
}

function parentOf(node: Element): Element | null {
  const parent = node.assignedSlot ?? node.parentNode;
  if (parent instanceof ShadowRoot) return parent.host;
  return parent instanceof Element ? parent : null;
}
