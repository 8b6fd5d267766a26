import type { Block, Text } from 'charter-elements/charter';
import type { DocumentBuilder } from './document-builder.ts';
import type { InlineContext } from './inline-text.ts';

/** What reading Markdown needs to know. */
export interface ReadingContext extends InlineContext {
  readonly builder: DocumentBuilder;
}

/** A section while it is read. */
export interface SectionContent {
  readonly path: string;
  readonly body: Block[];
  plain: Text[] | undefined;
}
