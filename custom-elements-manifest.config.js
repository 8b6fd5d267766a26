import { cssProperties } from './manifest/css-properties.ts';

export default {
  globs: ['src/elements/**/*.ts', 'src/events/*.ts'],
  exclude: ['src/**/*-styles.ts'],
  outdir: '.',
  litelement: true,
  packagejson: false,
  plugins: [cssProperties()],
};
