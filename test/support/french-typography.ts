import { findTypographyFaults } from '../../command-line/typography/french-typography.ts';
import { typographyAdvice } from '../../command-line/messages/en-details.ts';

/** What is wrong with a French text by the rules of typography, each fault with the words around it. */
export function typographyFaults(text: string): string[] {
  return findTypographyFaults(text).map(({ fault, index, length }) => {
    const words = typographyAdvice[fault];
    if (length === 0) return words;
    const around = text.slice(Math.max(index - 15, 0), index + length + 15);
    return `${words}: ${showSpaces(around)}`;
  });
}

function showSpaces(text: string): string {
  return text.replaceAll('\u00a0', '[A0]').replaceAll('\u202f', '[202F]');
}
