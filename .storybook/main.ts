import type { StorybookConfig } from '@storybook/web-components-vite';
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const root = fileURLToPath(new URL('..', import.meta.url));

export default {
  framework: '@storybook/web-components-vite',
  stories: ['../stories/**/*.stories.ts'],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y'],
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
  viteFinal: (config) => {
    // Controls, parts, slots and events are read from it; `npm run storybook` writes a fresh one.
    if (!existsSync(`${root}custom-elements.json`))
      execFileSync('npx', ['cem', 'analyze', '--quiet'], { cwd: root });
    // vite.config.ts is the demo's: its root is another.
    return { ...config, root, plugins: [...(config.plugins ?? []), keepSideEffects()] };
  },
} satisfies StorybookConfig;

/**
 * `sideEffects` in package.json speaks of dist/. By it alone, the production build would drop what is imported for what
 * it does: the files that define the tags, and style sheets.
 */
function keepSideEffects(): Plugin {
  return {
    name: 'keep-side-effects',
    enforce: 'pre',
    async resolveId(source, importer, options) {
      const found = await this.resolve(source, importer, { ...options, skipSelf: true });
      if (!found?.id.startsWith(root) || found.id.includes('/node_modules/')) return found;
      return { ...found, moduleSideEffects: true };
    },
  };
}
