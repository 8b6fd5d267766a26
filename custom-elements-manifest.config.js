import { cssProperties } from './build/manifest/css-properties.ts';
import { publicSurface } from './build/manifest/public-surface.ts';

export default {
  globs: ['src/elements/**/*.ts', 'src/events/*.ts', 'src/base/{charter-element,form-control}.ts'],
  exclude: ['src/**/*-styles.ts'],
  outdir: '.',
  litelement: true,
  packagejson: false,
  plugins: [cssProperties(), publicSurface()],
};
