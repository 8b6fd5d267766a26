/** Collects what the console warns of during each test, in place of the report of the run. */
export function collectWarnings(): string[] {
  const warnings: string[] = [];
  const { warn } = console;
  beforeEach(() => {
    warnings.length = 0;
    console.warn = (...told: unknown[]) => warnings.push(told.join(' '));
  });
  afterEach(() => {
    console.warn = warn;
  });
  return warnings;
}
