import { publicSurface } from './build/manifest/public-surface.ts';

export default {
  globs: ['src/elements/**/*.ts', 'src/events/*.ts', 'src/internal/charter-element.ts'],
  exclude: ['src/**/*-styles.ts'],
  outdir: '.',
  litelement: true,
  packagejson: false,
  plugins: [publicSurface()],
};
