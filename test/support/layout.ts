/** Elements inside a component, as short descriptions for a readable failure. */
type Found = string[];

const inside = (host: Element) =>
  [...host.shadowRoot!.querySelectorAll<HTMLElement>('*')].filter(
    // What is folded has, in Firefox, the boxes of when it was last laid out.
    (element) =>
      !element.closest('.visually-hidden') &&
      element.checkVisibility() &&
      element.getClientRects().length > 0,
  );

const describe = (element: Element) => element.outerHTML.replaceAll(/<!--.*?-->|\s+/g, ' ').slice(0, 90);

/** What sticks out of a component on either side; a dialog has the whole window. */
export function stickingOut(host: HTMLElement): Found {
  const bounds = host.getBoundingClientRect();
  return inside(host)
    .filter((element) => {
      const { left, right } = element.closest('dialog') ? { left: 0, right: innerWidth } : bounds;
      const box = element.getBoundingClientRect();
      return box.width > 0 && (box.right > right + 0.5 || box.left < left - 0.5);
    })
    .map(describe);
}

/** Boxes whose words do not fit in them, or that are cut off. */
export function clipped(host: HTMLElement): Found {
  return inside(host)
    .filter((element) => {
      const { overflowX, overflowY, display } = getComputedStyle(element);
      // A browser shortens the name of a chosen file by itself.
      if (display === 'inline' || element.matches('progress, [type=file]')) return false;
      const isTooWide = element.scrollWidth > element.clientWidth + 1;
      const isTooHigh = element.scrollHeight > element.clientHeight + 1;
      // What scrolls can be reached.
      return (isTooWide && overflowX !== 'auto') || (isTooHigh && !['visible', 'auto'].includes(overflowY));
    })
    .map(describe);
}

/** What can be pressed and is smaller than 24 by 24 CSS pixels (WCAG 2.5.8); links inside a sentence are exempt. */
export function smallTargets(host: HTMLElement): Found {
  return inside(host)
    .filter((element) => element.matches('button, summary, input, select, textarea, a, [role=button]'))
    .filter((element) => !(element.matches('a') && getComputedStyle(element).display === 'inline'))
    .filter((element) => {
      const { width, height } = element.getBoundingClientRect();
      return width < 24 || height < 24;
    })
    .map(describe);
}

/** The text spacing that readers may set (WCAG 1.4.12), put on a component by the page. Returns what takes it away. */
export function spaceText(tag: string): () => void {
  const style = document.createElement('style');
  style.textContent = `${tag} {
    line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important;
    --charter-line-height: 1.5; --charter-space: 2em;
  }`;
  document.head.append(style);
  return () => style.remove();
}
