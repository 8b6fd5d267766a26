import type { ReactiveControllerHost } from 'lit';
import type { CharterSessionEndedEvent } from '../events/charter-session-ended.ts';

type Host = ReactiveControllerHost & HTMLElement;

/** Wipes an element when a person ends their session on a shared device, wherever in the page that is told. */
export function wipeOnSessionEnd(host: Host, wipe: () => void): void {
  const handleEnd = (event: CharterSessionEndedEvent): void => {
    // Who announces it has wiped itself first.
    if (event.composedPath()[0] !== host) wipe();
  };
  host.addController({
    hostConnected: () => document.addEventListener('charter-session-ended', handleEnd),
    hostDisconnected: () => document.removeEventListener('charter-session-ended', handleEnd),
  });
}
