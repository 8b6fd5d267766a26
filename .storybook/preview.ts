// First: the modules below read the clock.
import { startStory } from './still-page.ts';
import '@fontsource-variable/noto-sans';
import '@fontsource-variable/noto-sans-arabic';
import './preview.css';
import '../src/all.ts';
import { setCustomElementsManifest } from '@storybook/web-components-vite';
import type { Preview } from '@storybook/web-components-vite';
import { setStorybookHelpersConfig } from '@wc-toolkit/storybook-helpers';
import { atBeginning } from '../stories/support/at-beginning.ts';
import { emptyDevice } from '../stories/support/device.ts';
import { manifest } from '../stories/support/manifest.ts';
import { forceDirection, globalTypes, initialGlobals, withSurroundings } from './surroundings.ts';

setCustomElementsManifest(manifest);
setStorybookHelpersConfig({ hideArgRef: true });

/** Text in the fonts of the pictures, whatever the machine has. */
const fonts = [
  '400 1em "Noto Sans Variable"',
  '700 1em "Noto Sans Variable"',
  '400 1em "Noto Sans Arabic Variable"',
];

export default {
  tags: ['autodocs'],
  parameters: {
    layout: 'padded',
    controls: { expanded: true },
    // Every finding is an error: the built Storybook is visited by a test.
    a11y: { test: 'error' },
    options: {
      storySort: {
        order: ['Bienvenue', 'Éléments', 'Pages', 'Jetons', 'Localisation'],
      },
    },
  },
  globalTypes,
  initialGlobals: { ...initialGlobals },
  decorators: [withSurroundings],
  loaders: [
    async () => {
      await Promise.all(fonts.map((font) => document.fonts.load(font, 'aه')));
      return {};
    },
  ],
  beforeEach: atBeginning(async ({ id, parameters }) => {
    startStory(id, parameters['clock'] === 'running');
    sessionStorage.clear();
    localStorage.removeItem('charter-elements:privacy-walkthrough');
    await emptyDevice();
  }),
  afterEach: ({ canvasElement }) => forceDirection(canvasElement),
} satisfies Preview;
