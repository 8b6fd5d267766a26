/** How a story ended, as Storybook's channel told it. */
export interface StoryEnd {
  /** Each error that Storybook told of, with its kind: empty when all went well. */
  readonly problems: readonly string[];
  readonly parameters: StoryParameters;
}

/** Parameters by which a story tells the visit about itself. */
export interface StoryParameters {
  /** How many states of an element it shows, for the count at the end. */
  readonly states?: number;
  /** `false` where no two visits can look alike; or a selector of what to hide, in shadow roots too. */
  readonly picture?: false | { readonly hide: string };
}

interface Channel {
  on(type: string, listener: (detail: unknown) => void): void;
  once(type: string, listener: (detail: unknown) => void): void;
  emit(type: string, detail: unknown): void;
}

declare global {
  interface Window {
    storyEnd: Promise<StoryEnd>;
    __STORYBOOK_ADDONS_CHANNEL__: Channel;
    __STORYBOOK_PREVIEW__: {
      readonly currentRender?: { readonly story?: { readonly parameters: StoryParameters } };
    };
  }
}

/** Runs in the page before its scripts: listens to Storybook from its first word. */
export function hearStory(): void {
  const problems = new Set<string>();
  const messageOf = (detail: unknown): string => {
    if (typeof detail !== 'object' || detail === null) return String(detail);
    const { message, description } = detail as { message?: string; description?: string };
    return [message, description].filter(Boolean).join(' ') || JSON.stringify(detail);
  };
  window.storyEnd = new Promise((resolve) => {
    const end = (): void => {
      const parameters = window.__STORYBOOK_PREVIEW__.currentRender?.story?.parameters;
      const { states, picture } = parameters ?? {};
      resolve({
        problems: [...problems],
        parameters: {
          ...(states === undefined ? {} : { states }),
          ...(picture === undefined ? {} : { picture }),
        },
      });
    };
    const hear = (channel: Channel): void => {
      const failures: readonly [type: string, said: string, isEnd: boolean][] = [
        ['playFunctionThrewException', 'its play function failed', false],
        ['unhandledErrorsWhilePlaying', 'an error was caught by nobody while it played', false],
        ['storyThrewException', 'it threw', true],
        ['storyErrored', 'it cannot be shown', true],
        ['storyMissing', 'Storybook does not find it', true],
        ['configError', 'Storybook’s preview cannot start', true],
      ];
      for (const [type, said, isEnd] of failures) {
        channel.on(type, (detail) => {
          for (const one of Array.isArray(detail) ? (detail as unknown[]) : [detail]) {
            const message = messageOf(one);
            // What a play function throws is told again as an exception of the story.
            if (![...problems].some((told) => told.includes(message))) problems.add(`${said}: ${message}`);
          }
          if (isEnd) end();
        });
      }
      channel.on('storyFinished', end);
      channel.on('docsRendered', end);
    };
    let current: Channel | undefined;
    Object.defineProperty(window, '__STORYBOOK_ADDONS_CHANNEL__', {
      configurable: true,
      get: () => current,
      set: (channel: Channel) => {
        if (channel !== current) hear(channel);
        current = channel;
      },
    });
  });
}

/** Runs in the page: changes the toolbars as a person would, the story staying as it is, and waits for the story. */
export function changeToolbars(globals: Readonly<Record<string, string>>): Promise<void> {
  const channel = window.__STORYBOOK_ADDONS_CHANNEL__;
  return new Promise((resolve) => {
    channel.once('storyFinished', () => resolve());
    channel.emit('updateGlobals', { globals });
  });
}

/**
 * Runs in the page: resolves once fonts and elements are ready and nothing has changed for `quiet` milliseconds; then
 * brings animations to their end.
 */
export async function settleStory(quiet: number, hidden: string): Promise<void> {
  const roots = (root: Document | ShadowRoot): (Document | ShadowRoot)[] => [
    root,
    ...[...root.querySelectorAll('*')].flatMap(({ shadowRoot }) => (shadowRoot ? roots(shadowRoot) : [])),
  ];
  const frame = (): Promise<unknown> => new Promise(requestAnimationFrame);
  let changedAt = performance.now();
  const observer = new MutationObserver(() => {
    changedAt = performance.now();
  });
  let known = 0;
  do {
    const all = roots(document);
    if (all.length !== known) changedAt = performance.now();
    known = all.length;
    for (const root of all)
      observer.observe(root, { childList: true, subtree: true, attributes: true, characterData: true });
    for (const root of all) {
      for (const element of root.querySelectorAll('*'))
        await (element as { updateComplete?: Promise<unknown> }).updateComplete;
    }
    await document.fonts.ready;
    await frame();
    await frame();
  } while (performance.now() - changedAt < quiet);
  observer.disconnect();
  for (const root of roots(document)) {
    // A caret blinks, and forced colours keep its colour; a field that is only read has none.
    for (const field of root.querySelectorAll<HTMLInputElement>('input:focus, textarea:focus'))
      field.readOnly = true;
    for (const animation of root.getAnimations()) {
      if (animation.effect?.getComputedTiming().endTime === Infinity) animation.cancel();
      else animation.finish();
    }
    if (hidden !== '') {
      for (const element of root.querySelectorAll<HTMLElement>(hidden)) element.style.visibility = 'hidden';
    }
  }
  await frame();
}

/** Runs in the page: how tall the story is, with the dialogs that it opened, in pixels. */
export function measureStory(): number {
  const bottoms = [document.querySelector('#storybook-root')!, document.body].map(
    (element) => element.getBoundingClientRect().bottom,
  );
  const walk = (root: Document | ShadowRoot): void => {
    for (const element of root.querySelectorAll('*')) {
      if (element.matches(':modal, :popover-open')) bottoms.push(element.getBoundingClientRect().bottom + 8);
      if (element.shadowRoot) walk(element.shadowRoot);
    }
  };
  walk(document);
  return Math.ceil(Math.max(...bottoms));
}
