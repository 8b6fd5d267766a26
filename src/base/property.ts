import { property as litProperty } from 'lit/decorators.js';
import type { OptionDeclaration } from './property-accessors.ts';

/**
 * Lit's `property`, which also says what may be written: `@property({ is: level, attribute: 'heading-level' })
 * headingLevel = 2`. The build replaces it by what it calls.
 */
export const property = litProperty as (declaration?: OptionDeclaration) => PropertyDecorator;
