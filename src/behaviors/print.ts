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

/**
 * Margins of the sheets, with what stands at the foot of each where the engine has margin boxes (Chromium). A shadow root
 * has no say in them: they are the document's as long as the element prints; when the page prints itself, they are its own.
 */
const footedSheet = (footer: string): string => `@page {
  margin: 16mm 16mm 20mm;
  @bottom-center { content: ${JSON.stringify(`${footer} – `)} counter(page) '/' counter(pages); color: #444; font: 8pt sans-serif }
}`;

let undo: (() => void) | undefined;

/**
 * Prints one element alone, wherever it stands in the page.
 *
 * @param footer - One line for the foot of every sheet, before its number.
 */
export function printElement(element: HTMLElement, footer?: string): void {
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
  sheet.replaceSync(footer ? sheetText + footedSheet(footer) : sheetText);
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
