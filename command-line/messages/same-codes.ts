/** The words of another language: for the same codes, with the same parameters. */
export type SameCodes<Words> = {
  readonly [Code in keyof Words]: Words[Code] extends string
    ? string
    : Words[Code] extends (...params: infer Params) => string
      ? (...params: Params) => string
      : Words[Code] extends readonly string[]
        ? readonly string[]
        : SameCodes<Words[Code]>;
};

type Wordings = Readonly<Record<string, (...params: never) => string>>;

/** A code with what it has to say, which words are made of in whichever language. */
export type Coded<Words extends Wordings> = {
  [Code in keyof Words]: {
    readonly code: Code;
    /** None, or one object. */
    readonly params: Parameters<Words[Code]>;
  };
}[keyof Words];

/** Puts a code into words. */
export function put<Words extends Wordings>(words: Words, { code, params }: Coded<Words>): string {
  // The compiler does not see that code and parameters go together whatever the code.
  return (words[code] as (...given: unknown[]) => string)(...(params as unknown[]));
}
