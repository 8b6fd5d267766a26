import { keyed } from 'lit/directives/keyed.js';

/**
 * A text that changes while it is on screen. A browser that translates the page puts its own elements in place of text
 * nodes, and what is written into those afterwards is never seen: a changed text is written anew, in the source language.
 */
export function liveText(text: string | undefined): unknown {
  return keyed(text, text);
}
