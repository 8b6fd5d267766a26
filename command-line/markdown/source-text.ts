/** Where the characters of a text come from in its file: from each index on, one offset after another. */
export type Pieces = readonly { readonly index: number; readonly offset: number }[];

/** Offset in the file of a character of a text. */
export function offsetIn(pieces: Pieces, index: number): number {
  const piece = pieces.findLast((candidate) => candidate.index <= index) ?? pieces[0];
  return piece ? piece.offset + Math.max(0, index - piece.index) : 0;
}
