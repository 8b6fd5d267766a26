import type { Text } from './charter.ts';

/** The words of a text, without its emphasis and links. */
export function plainText(text: Text): string {
  if (typeof text === 'string') return text;
  return text
    .map((run) => {
      if (typeof run === 'string') return run;
      if ('strong' in run) return run.strong as string;
      return 'em' in run ? (run.em as string) : (run as { text: string }).text;
    })
    .join('');
}
