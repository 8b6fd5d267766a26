import type { PathFinding } from '../findings.ts';
import { nearest } from '../nearest.ts';

/** A text of the interface, as the code has it. */
export interface InterfaceText {
  readonly id: string;
  readonly text: string;
  /** What stands for `${0}`, `${1}`…, in the words of the code. */
  readonly values: readonly string[];
}

/** Members of a texts file that explain the others. */
export const isRemark = (name: string): boolean => name.startsWith('//');

/** What is wrong with a hospital's texts, typography aside. */
export function checkTexts(value: unknown, known: readonly InterfaceText[]): PathFinding[] {
  const byId = new Map(known.map((text) => [text.id, text]));
  const findings: PathFinding[] = [];
  for (const [id, text] of Object.entries(value as Record<string, unknown>)) {
    if (isRemark(id)) continue;
    const add = (severity: PathFinding['severity'], rule: string, message: string) =>
      findings.push({ severity, path: `$.${id}`, rule, message });
    const original = byId.get(id);
    if (typeof text !== 'string') {
      add('error', 'texte', `« ${id} » attend un texte entre guillemets`);
    } else if (!original) {
      const near = nearest(id, byId.keys());
      const advice =
        near === undefined
          ? 'la commande « charter-elements texts » donne tous les noms'
          : `vouliez-vous dire « ${near} » ?`;
      add('error', 'texte-inconnu', `aucun texte de l’interface ne s’appelle « ${id} » : ${advice}`);
    } else if (text.trim() === '') {
      add(
        'error',
        'texte',
        'ce texte est vide : écrivez quelque chose, ou enlevez la ligne pour garder le texte d’origine',
      );
    } else {
      for (const problem of checkMarks(text, original)) add(...problem);
    }
  }
  return findings;
}

type Problem = [severity: PathFinding['severity'], rule: string, message: string];

/** `${0}`, `${1}`… stand for values that the text must say. */
function* checkMarks(text: string, { text: original, values }: InterfaceText): Generator<Problem> {
  const used = new Set([...text.matchAll(/\$\{(\d+)\}/g)].map(([, number]) => Number(number)));
  for (const [number, value] of values.entries()) {
    if (!used.has(number))
      yield [
        'warning',
        'valeur',
        `\${${number}} (${value}) n’y est plus : le texte d’origine est « ${original} »`,
      ];
  }
  for (const number of used) {
    if (number >= values.length)
      yield [
        'error',
        'valeur',
        `\${${number}} n’existe pas dans ce texte : le texte d’origine est « ${original} »`,
      ];
  }
}
