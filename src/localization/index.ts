export { loadTexts, overrideTexts } from './text-overrides.ts';
export type { TextOverrides } from './texts-by-id.ts';
