export { loadTexts, overrideTexts } from './text-overrides.ts';
export type { TextOverrides } from './text-overrides.ts';
