const output = document.querySelector<HTMLOutputElement>('#violations')!;
const list = document.querySelector('#violation-list')!;
let count = 0;

document.addEventListener('securitypolicyviolation', (event) => {
  const { effectiveDirective, blockedURI, sourceFile, lineNumber } = event;
  count += 1;
  output.value = String(count);
  output.dataset['count'] = output.value;
  const item = document.createElement('li');
  item.textContent = `${effectiveDirective} – ${blockedURI} (${sourceFile}, ligne ${lineNumber})`;
  list.append(item);
});

// Imported once the listener is there: a static import would run before it.
void import('./elements.ts');

export {};
