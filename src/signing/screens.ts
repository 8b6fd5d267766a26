import type { OutboxEntry } from '../outbox/entry.ts';
import type { SignatureRecord } from '../signature/record.ts';
import { isOfCharter, isOfSigner } from './client.ts';
import type { SigningClient } from './client.ts';
import type { KnownSignature, KnownSignatures } from './known-signatures.ts';

/** What a client shows, and what the person took off its screen. */
export interface Screen {
  shown: string | undefined;
  readonly left: Set<string>;
  unsentCount: number;
}

export interface ScreensOptions {
  readonly known: KnownSignatures;
  /** Several people use this device: nothing of one is shown to the next. */
  readonly isShared: boolean;
  /** Whether a signature was signed in this page so recently that whoever comes is still the same person. */
  readonly isRecent: (known: KnownSignature, client: SigningClient) => boolean;
  /** Records whose outcome waits to be announced. */
  readonly untold: () => readonly SignatureRecord[];
  /** What the device holds that a client may show, oldest first. */
  readonly kept: (client: SigningClient) => readonly OutboxEntry[];
}

/** Which client shows which signature. */
export interface Screens {
  readonly clients: readonly SigningClient[];
  /** Clients that are in the page now. */
  readonly here: readonly SigningClient[];
  open(client: SigningClient): void;
  close(client: SigningClient): void;
  of(client: SigningClient): Screen | undefined;
  shows(client: SigningClient, id: string): boolean;
  /** What is shown, in any of them. */
  readonly shown: readonly KnownSignature[];
  /** Takes a signature off every screen. */
  hide(id: string): void;
  /** Who speaks for an entry: who shows it, else who is for the same text, else whoever is here. */
  speakerFor(entry: OutboxEntry): SigningClient | undefined;
  /** Takes off a screen what is of another text or another person by now; what is on its way stays until it is over. */
  leaveForeign(client: SigningClient): void;
  /**
   * Shows what waits for a client, or came while it was away; never another text's, nor another person's.
   *
   * @param signedHere - What was signed in this page, and is about to leave the device.
   */
  takeUp(client: SigningClient, signedHere?: SignatureRecord): void;
  clear(): void;
}

const isFor = (record: SignatureRecord, client: SigningClient): boolean =>
  isOfCharter(record, client) && isOfSigner({ record }, client.options.signer);

export function createScreens({ known, isShared, isRecent, untold, kept }: ScreensOptions): Screens {
  const screens = new Map<SigningClient, Screen>();

  const here = (): SigningClient[] => [...screens.keys()].filter(({ isHere }) => isHere);
  const shows = (client: SigningClient, id: string): boolean => screens.get(client)?.shown === id;

  const leaveForeign = (client: SigningClient): void => {
    const screen = screens.get(client);
    const shown = known.get(screen?.shown);
    if (screen && client.charter && shown && !isFor(shown.record, client) && !shown.sender)
      screen.shown = undefined;
  };

  /** What a client without a signature shows: what this page knows, else what the device holds. */
  const nextFor = (
    client: SigningClient,
    { left }: Screen,
    signedHere: SignatureRecord | undefined,
  ): SignatureRecord | undefined => {
    const isFree = ({ id }: SignatureRecord): boolean => {
      const signature = known.get(id);
      // What waits is not shown to whoever comes next. An element that takes another's place while a signature is on its way
      // is still the same person's.
      const isTheirs = !isShared || (signature !== undefined && isRecent(signature, client));
      return isTheirs && !left.has(id) && !here().some((other) => shows(other, id));
    };
    const underWay = known.underWay.map(({ record }) => record);
    const inPage = [...untold(), ...(signedHere ? [signedHere] : []), ...underWay];
    const told = inPage.find((record) => isFree(record) && isFor(record, client));
    if (told || isShared) return told;
    return kept(client).findLast(({ record }) => record !== undefined && isFree(record))?.record;
  };

  return {
    get clients() {
      return [...screens.keys()];
    },
    get here() {
      return here();
    },
    open: (client) => {
      if (!screens.has(client)) screens.set(client, { shown: undefined, left: new Set(), unsentCount: 0 });
    },
    close: (client) => void screens.delete(client),
    of: (client) => screens.get(client),
    shows,
    get shown() {
      return [...screens.values()].flatMap(({ shown }) => known.get(shown) ?? []);
    },
    hide: (id) => {
      for (const screen of screens.values()) if (screen.shown === id) screen.shown = undefined;
    },
    speakerFor: ({ id, record }) => {
      const present = here();
      return (
        present.find((client) => shows(client, id)) ??
        (record && present.find((client) => isOfCharter(record, client))) ??
        present[0] ??
        known.get(id)?.sender
      );
    },
    leaveForeign,
    takeUp: (client, signedHere) => {
      leaveForeign(client);
      const screen = screens.get(client);
      if (!screen || !client.charter || screen.shown !== undefined) return;
      const record = nextFor(client, screen, signedHere);
      if (!record) return;
      known.add(record);
      screen.shown = record.id;
    },
    clear: () => {
      screens.clear();
    },
  };
}
