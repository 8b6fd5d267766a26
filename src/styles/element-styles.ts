import { controls } from './controls.ts';
import { feedback } from './feedback.ts';
import { host } from './host.ts';
import { layout } from './layout.ts';
import { tokens } from './tokens.ts';
import { typography } from './typography.ts';

/** What every element looks like, in the order in which it counts; an element's own styles come after. */
export const elementStyles = [tokens, host, typography, controls, feedback, layout];
