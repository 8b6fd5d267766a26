/** The plural forms that a language has for whole numbers, “other” last, each with the first numbers that take it. */
export function pluralForms(
  language: string,
): readonly { readonly form: Intl.LDMLPluralRule; readonly examples: string }[] {
  const rules = new Intl.PluralRules(language);
  // Nothing here is counted in millions, for which French and Spanish have a form of their own.
  const numbers = Map.groupBy(Array.from({ length: 1001 }).keys(), (count) => rules.select(count));
  return [...numbers].map(([form, counts]) => ({
    form,
    examples: counts.slice(0, 5).join(', ') + (counts.length > 5 ? '…' : ''),
  }));
}
