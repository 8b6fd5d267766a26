/** Wraps every text as the translators of browsers do. */
export function translate(root: ShadowRoot): void {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  while (walker.nextNode()) texts.push(walker.currentNode as Text);
  for (const text of texts) {
    if (!text.data.trim() || text.parentElement?.closest('style, [translate=no]')) continue;
    const template = document.createElement('template');
    template.innerHTML = '<font></font>';
    template.content.firstElementChild!.textContent = `<${text.data.trim()}>`;
    text.replaceWith(template.content);
  }
}
