export const platforms = ['web', 'ios', 'android'] as const;
export type Platform = (typeof platforms)[number];
