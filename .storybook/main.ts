import type { StorybookConfig } from '@storybook/web-components-vite';
import { fileURLToPath } from 'node:url';

export default {
  framework: '@storybook/web-components-vite',
  stories: ['../stories/**/*.stories.ts'],
  addons: ['@storybook/addon-docs'],
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
  // vite.config.ts is the demo's: its root is another.
  viteFinal: (config) => ({ ...config, root: fileURLToPath(new URL('..', import.meta.url)) }),
} satisfies StorybookConfig;
