import type { Plugin, RollupOptions } from 'rollup';

declare const builds: RollupOptions[];
export default builds;

/** What makes a script for browsers of modules of dist; the benchmark bundles some of them alone in the same way. */
export function forBrowsers(): Plugin[];
