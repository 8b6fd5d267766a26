export const languages = ['fr', 'en'] as const;
/** A language that findings are told in. */
export type Language = (typeof languages)[number];
