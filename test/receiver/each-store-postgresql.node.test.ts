import { eachStoreSuite } from './suites/each-store.ts';

eachStoreSuite('postgresql');
