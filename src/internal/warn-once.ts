const said = new Set<string>();

/**
 * Tells the developer on the console, once a page for each message: what, where, and what to do.
 *
 * @param details - What else the console shows, such as the cause; it does not make another message.
 */
export function warnOnce(message: string, ...details: unknown[]): void {
  if (said.has(message)) return;
  said.add(message);
  console.warn(`charter-elements: ${message}`, ...details);
}
