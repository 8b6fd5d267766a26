import { accessibilitySuite } from '../suites/accessibility.ts';
import { states } from './states.ts';

accessibilitySuite('charter-receipt', states);
