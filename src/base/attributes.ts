import type { ComplexAttributeConverter } from 'lit';
import { audiences } from '../charter/audiences.ts';
import type { Audience } from '../charter/charter.ts';

const warned = new Set<string>();

/** Reads the `audience` attribute; an unknown one is told once and left out. */
export const audienceConverter: ComplexAttributeConverter<Audience | undefined> = {
  fromAttribute(value) {
    if (value === null || audiences.includes(value as Audience))
      return (value as Audience | null) ?? undefined;
    if (!warned.has(value)) {
      warned.add(value);
      console.warn(`charter-elements: audience="${value}" is not known; use ${audiences.join(', ')}`);
    }
    return undefined;
  },
};
