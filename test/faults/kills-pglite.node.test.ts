import { killsSuite } from './kills-suite.ts';

killsSuite('pglite');
