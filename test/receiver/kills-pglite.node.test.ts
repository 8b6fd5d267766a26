import { killsSuite } from './suites/kills.ts';

killsSuite('pglite');
