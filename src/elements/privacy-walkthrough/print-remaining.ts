import { printElement } from '../../behaviors/print.ts';

/** Prints what remains to be done, with every fold open. */
export function printRemaining(element: HTMLElement, root: ParentNode): void {
  const shown = root.querySelector('.root');
  const folded = [...root.querySelectorAll<HTMLDetailsElement>('details:not([open])')];
  const setPrinting = (on: boolean): void => {
    shown?.classList.toggle('printing', on);
    for (const details of folded) details.open = on;
  };
  setPrinting(true);
  addEventListener('afterprint', () => setPrinting(false), { once: true });
  printElement(element);
}
