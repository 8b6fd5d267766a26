/**
 * Prints one element alone, wherever it stands: everything beside it and beside its ancestors is hidden while the page
 * is printed, through the style object, which a strict Content-Security-Policy allows.
 */
export function printElement(element: HTMLElement): void {
  const hidden: { style: CSSStyleDeclaration; value: string; priority: string }[] = [];
  for (let node: Element | null = element; node; node = parentOf(node)) {
    const parent: ParentNode | null = node.parentNode;
    for (const sibling of parent?.children ?? []) {
      if (
        sibling === node ||
        !(sibling instanceof HTMLElement) ||
        /^(HEAD|SCRIPT|STYLE|LINK)$/.test(sibling.tagName)
      )
        continue;
      const { style } = sibling;
      hidden.push({
        style,
        value: style.getPropertyValue('display'),
        priority: style.getPropertyPriority('display'),
      });
      style.setProperty('display', 'none', 'important');
    }
  }
  const restore = (): void => {
    for (const { style, value, priority } of hidden) style.setProperty('display', value, priority);
  };
  addEventListener('afterprint', restore, { once: true });
  window.print();
}

function parentOf(node: Element): Element | null {
  const parent = node.assignedSlot ?? node.parentNode;
  if (parent instanceof ShadowRoot) return parent.host;
  return parent instanceof Element ? parent : null;
}
