import { contrastSuite } from './suites/contrast.ts';

contrastSuite('charter-receipt');
