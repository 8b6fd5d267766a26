import type { LitElement } from 'lit';
import type { CharterSessionEndedEvent } from '../events/charter-session-ended.ts';

/** How many sessions have ended in this page since something could be wiped. */
let count = 0;
let isCounting = false;

/** Wipes an element when a person ends their session on a shared device, wherever in the page that is told. */
export function wipeOnSessionEnd(host: LitElement, wipe: () => void): void {
  let counted = 0;
  const handleEnd = (event: CharterSessionEndedEvent): void => {
    counted = count;
    // Who announces it has wiped itself first.
    if (event.composedPath()[0] !== host) wipe();
  };
  host.addController({
    hostConnected: () => {
      startCounting();
      document.addEventListener('charter-session-ended', handleEnd);
      // A page may keep an element aside and put it back when another person is there.
      if (host.hasUpdated && counted !== count) wipe();
      counted = count;
    },
    hostDisconnected: () => document.removeEventListener('charter-session-ended', handleEnd),
  });
}

function startCounting(): void {
  if (isCounting) return;
  isCounting = true;
  document.addEventListener('charter-session-ended', () => count++);
}
