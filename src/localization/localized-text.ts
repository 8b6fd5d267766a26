import type { LocalizeController } from './localize-controller.ts';

/**
 * A text of the interface, with the values that stand in it. Each calls `localize.msg` by its name, which is how extraction
 * finds it; one by one, and not in an object, so that a bundler inlines those that are used once.
 */
export type LocalizedText<Values extends readonly unknown[] = []> = (
  localize: LocalizeController,
  ...values: Values
) => string;
