import { extractTexts } from './interface-texts.ts';

await extractTexts();
