import type { Preview } from '@storybook/web-components-vite';

export default {
  parameters: { layout: 'padded', controls: { expanded: true } },
} satisfies Preview;
