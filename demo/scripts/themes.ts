const key = 'theme';

/** Offers the themes of `demo/themes`; the choice lasts as long as the tab. */
export function offerThemes(): void {
  const select = document.querySelector<HTMLSelectElement>('#theme')!;
  const kept = readKept();
  // A theme that is no longer offered leaves nothing selected.
  select.value = kept;
  if (select.selectedIndex < 0) select.value = '';
  show(select.value);
  select.addEventListener('change', () => {
    show(select.value);
    try {
      sessionStorage.setItem(key, select.value);
    } catch {
      // Where storage is off, the theme lasts as long as the page.
    }
  });
  select.parentElement!.hidden = false;
}

function show(theme: string): void {
  const { dataset } = document.documentElement;
  if (theme) dataset['theme'] = theme;
  else delete dataset['theme'];
}

function readKept(): string {
  try {
    return sessionStorage.getItem(key) ?? '';
  } catch {
    return '';
  }
}
