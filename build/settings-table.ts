/** The receiver's settings in its README. Run by `npm run api`, or by itself: it needs no build. */
import { describeVariables } from '../receiver/settings.ts';
import { writeTable } from './marked-document.ts';

/** A row for each variable, in the order of `--help`, with the words of the schema. */
export function settingsTable(): string {
  const rows = describeVariables().map(({ name, help, fallback }) => [
    `\`${name}\``,
    fallback ? `\`${fallback}\`` : '',
    help.replaceAll('|', '\\|'),
  ]);
  return [['Variable', 'Default', ''], ['---', '---', '---'], ...rows]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');
}

if (import.meta.main) await writeTable('settings', settingsTable(), 'receiver/README.md');
