import { english } from './en.ts';
import type { CodedFinding, FindingCode } from './finding-codes.ts';
import { french } from './fr.ts';
import type { Language } from './language.ts';

const wordings = { fr: french, en: english } as const;

/** Every code of a finding. */
export const findingCodes = Object.keys(french) as readonly FindingCode[];

/** A finding in words: what is wrong, and what to do. */
export function describeFinding({ code, params }: CodedFinding, language: Language): string {
  // The compiler does not see that code and parameters go together whatever the code.
  return (wordings[language][code] as (params: CodedFinding['params']) => string)(params);
}
