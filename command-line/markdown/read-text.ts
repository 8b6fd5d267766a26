import type { List, Paragraph, PhrasingContent, RootContent } from 'mdast';
import type { Text } from 'charter-elements/charter';
import { isComment, readRuns } from './inline-text.ts';
import type { InlineContext } from './inline-text.ts';
import type { ReadingContext } from './reading-context.ts';

const refusals: Readonly<Record<string, readonly [rule: string, message: string]>> = {
  html: [
    'html',
    'le HTML n’est pas repris : écrivez le texte seul (les commentaires <!-- … --> sont permis)',
  ],
  code: ['code', 'un bloc de code n’a pas sa place dans une charte : écrivez le texte sans accents graves'],
  thematicBreak: ['filet', 'un filet (--- ou ***) n’est pas repris : enlevez cette ligne'],
};

/** Tells that a block cannot be carried; comments are let through. */
export function refuse(node: RootContent, { problems }: InlineContext): void {
  if (node.type === 'definition' || (node.type === 'html' && isComment(node.value))) return;
  const [rule, message] = refusals[node.type] ?? [
    'bloc',
    'ceci ne peut pas être repris ici : écrivez un paragraphe ou une liste',
  ];
  problems.error(node.position!.start.offset!, rule, message);
}

const endOfTable = /\n[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-*:?[ \t]*)+(?:\n|$)/;

/** Tells of what CommonMark takes for a paragraph and a writer does not. */
export function refuseParagraph(node: Paragraph, { source, problems }: InlineContext): boolean {
  const offset = node.position!.start.offset!;
  const written = source.slice(offset, node.position!.end.offset);
  if (written.includes('|') && endOfTable.test(written)) {
    problems.error(
      offset,
      'tableau',
      'un tableau ne peut pas être repris : faites une liste, une ligne du tableau par élément',
    );
    return true;
  }
  if (/^:{2,}/.test(written)) {
    problems.error(
      offset,
      'bloc',
      'ce bloc n’est pas compris : écrivez :::simple seul sur sa ligne, ou ::article{code="…" numero="…"} avec des guillemets droits',
    );
    return true;
  }
  if (/^#{1,6}[^\s#]/.test(written)) {
    problems.error(offset, 'ordre-des-titres', 'un titre a une espace après ses # : écrivez « ## Titre »');
    return true;
  }
  if (
    /^[•‣▪◦●·]/u.test(written) ||
    /^[-–*+]\S.*(?:\n[-–*+]\S.*)+$/u.test(written) ||
    /^–\s.*(?:\n–\s.*)+$/u.test(written)
  ) {
    problems.error(
      offset,
      'liste',
      'une liste commence chaque ligne par un tiret simple et une espace : « - mot »',
    );
    return true;
  }
  const note = /\[\^[^\]]+\]/.exec(written);
  if (note) {
    problems.error(
      offset + note.index,
      'note',
      'une note de bas de page ne peut pas être reprise : mettez-la dans le texte, ou dans les sources',
    );
  }
  return false;
}

/** The text of a paragraph or of a label. */
export function readText(
  node: { children: PhrasingContent[]; position?: Paragraph['position'] },
  path: string,
  context: ReadingContext,
): Text {
  return context.builder.text(readRuns(node.children, context), path, node.position!.start.offset!);
}

/**
 * The texts of a list, one an item.
 *
 * @param start - Number of the first one in the document.
 */
export function readItems(list: List, path: string, context: ReadingContext, start = 0): Text[] {
  const { problems } = context;
  if (list.ordered) {
    problems.error(
      list.position!.start.offset!,
      'liste-numerotee',
      'les numéros d’une liste ne sont pas repris : commencez chaque ligne par un tiret',
    );
  }
  return list.children.flatMap((item, index) => {
    const [first, ...others] = item.children;
    for (const other of others) {
      const message =
        other.type === 'list'
          ? 'une liste dans une liste ne peut pas être reprise : remontez ces éléments d’un niveau'
          : 'un élément de liste tient en un seul paragraphe : coupez-le en deux éléments';
      problems.error(other.position!.start.offset!, 'liste-imbriquee', message);
    }
    if (first?.type === 'paragraph') return [readText(first, `${path}[${start + index}]`, context)];
    problems.error(
      item.position!.start.offset!,
      'liste',
      'cet élément de liste est vide ou n’est pas un texte : écrivez une phrase après le tiret',
    );
    return [];
  });
}
