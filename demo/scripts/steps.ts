/** What tells that a step is done, by the id of its section. */
const facts = {
  'charter-read': 'lire',
  'charter-checklist-completed': 'cocher',
  'charter-network-completed': 'regler',
  'charter-signed': 'signer',
};

/** Shows in the steps which one is on screen and which are done, from the events of the elements. */
export function followSteps(): void {
  for (const [fact, id] of Object.entries(facts)) {
    document.addEventListener(fact, () => markDone(linkTo(id)));
  }
  // A step is current when it crosses a line a third of the way down the window.
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        linkTo(target.id).ariaCurrent = isIntersecting ? 'step' : null;
      }
    },
    { rootMargin: '-33% 0px -67% 0px' },
  );
  for (const id of Object.values(facts)) observer.observe(document.getElementById(id)!);
  makeRoom();
}

/** The side column begins under the steps, however tall the person's font and spacing make them. */
function makeRoom(): void {
  const steps = document.querySelector<HTMLElement>('.steps')!;
  const page = document.querySelector<HTMLElement>('.page')!;
  new ResizeObserver(() => {
    page.style.setProperty('--steps-size', `${steps.offsetHeight}px`);
  }).observe(steps);
}

function linkTo(id: string): HTMLAnchorElement {
  return document.querySelector<HTMLAnchorElement>(`.steps a[href="#${id}"]`)!;
}

function markDone(link: HTMLAnchorElement): void {
  if (link.classList.contains('done')) return;
  link.classList.add('done');
  const words = document.createElement('span');
  words.className = 'visually-hidden';
  words.textContent = ' (étape faite)';
  link.append(words);
}
