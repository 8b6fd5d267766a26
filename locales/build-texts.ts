import { buildTexts } from './interface-texts.ts';

await buildTexts();
