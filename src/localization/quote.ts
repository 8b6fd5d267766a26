const quotationMarks: Readonly<Record<string, readonly [string, string]>> = {
  fr: ['« ', ' »'],
  de: ['„', '“'],
  es: ['«', '»'],
  pt: ['«', '»'],
  ar: ['«', '»'],
};

/** Quotation marks of a language, to be set around words quoted exactly. */
export function quotesOf(language: string): readonly [open: string, close: string] {
  if (language.toLowerCase() === 'fr-ch') return ['«', '»'];
  return quotationMarks[language.split('-')[0]!.toLowerCase()] ?? ['“', '”'];
}
