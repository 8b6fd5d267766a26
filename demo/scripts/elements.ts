import '../../src/all.ts';
