import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { getStorybookHelpers } from '@wc-toolkit/storybook-helpers';
import type { LitElement } from 'lit';
import { action } from 'storybook/actions';
import '../stories.css';
import { atBeginning } from './at-beginning.ts';
import { keep } from './state.ts';
import type { ElementState } from './state.ts';

/** What a story shows first: an element of this tag. */
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- as querySelector has it
export function subjectOf<T extends LitElement>(canvas: HTMLElement, tag: string): T {
  const found = canvas.querySelector<T>(tag);
  if (!found) throw new Error(`the story shows no <${tag}>`);
  return found;
}

/** The page of an element, but for its title, which Storybook reads without running the file: every control comes from the manifest. */
export function metaOf(tag: string, description: string): Meta {
  const { args, argTypes } = getStorybookHelpers(tag);
  // An empty text is a value, which a property that takes an object would refuse.
  const isSet = ([name, value]: [string, unknown]): boolean =>
    value !== '' || argTypes[name]?.table?.category !== 'properties';
  return {
    component: tag,
    args: Object.fromEntries(Object.entries(args).filter(isSet)),
    argTypes,
    parameters: { docs: { description: { component: description } } },
  };
}

/** An element whose attributes, properties, slots, parts and tokens can be changed; its events are in the panel of actions. */
export function playgroundStory(
  tag: string,
  given: Readonly<Record<string, unknown>>,
  reach: (element: never) => Promise<unknown>,
): StoryObj {
  const { template } = getStorybookHelpers(tag);
  return {
    args: given,
    render: (args) => template(args),
    play: async ({ canvasElement }) => {
      await reach(subjectOf<LitElement>(canvasElement, tag) as never);
    },
  };
}

/** One state; the story has ended once the state is on screen. */
export function stateStory<T extends LitElement>(
  tag: string,
  state: ElementState<T>,
  parameters: Readonly<Record<string, unknown>> = {},
): StoryObj {
  return {
    parameters: {
      controls: { disable: true },
      docs: { story: { autoplay: true } },
      states: 1,
      ...parameters,
    },
    beforeEach: atBeginning(async () => {
      await state.prepare?.();
      return state.isFault ? tellInstead() : undefined;
    }),
    render: () => keep(state.template),
    play: async ({ canvasElement }) => {
      await state.reach(subjectOf<T>(canvasElement, tag));
    },
  };
}

/** The element says why it fails: in the panel of actions, since the console of a story stays empty. */
export function tellInstead(): () => void {
  const { error, warn } = console;
  console.error = tell('console.error');
  console.warn = tell('console.warn');
  return () => Object.assign(console, { error, warn });
}

function tell(name: string): (...messages: unknown[]) => void {
  const act = action(name);
  return (...messages) => {
    act(messages.map(String));
  };
}
