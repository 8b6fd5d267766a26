import { inflateSync } from 'node:zlib';
import type { Page } from 'puppeteer-core';
import { press } from './drive.ts';

/** What is on the sheets of a PDF file. */
export interface PrintedPages {
  readonly count: number;
  /** Width and height of the first one, in millimetres. */
  readonly size: readonly [number, number];
  /** Everything written on them, in the order of printing, without any white space: lines break where they must. */
  readonly text: string;
  /** The same, sheet by sheet. */
  readonly texts: readonly string[];
}

/** Prints by an element's own button; the browser's dialogue is what is left out. Chromium alone prints for a test. */
export async function printAlone(page: Page, tag: string): Promise<PrintedPages> {
  await page.evaluate(() => {
    window.print = () => undefined;
  });
  await press(page, tag, '[part~=print-button]');
  const printed = readPDF(await page.pdf({ format: 'A4' }));
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  return printed;
}

/** A text as `PrintedPages` has it. */
export function squeezed(text: string): string {
  return text.replaceAll(/\s/g, '');
}

/** Reads a PDF file as Chromium writes it: objects in clear, streams deflated, fonts that tell their characters. */
function readPDF(file: Uint8Array): PrintedPages {
  const source = Buffer.from(file).toString('latin1');
  const objects = new Map<string, string>();
  for (const [, number, content] of source.matchAll(/^(\d+) 0 obj\n(.*?)\nendobj/gms))
    objects.set(number!, content!);

  const referred = (content: string, name: string): string => {
    const number = new RegExp(`/${name} (\\d+) 0 R`).exec(content)?.[1];
    const object = number && objects.get(number);
    if (!object)
      throw new Error(`The PDF file has no /${name} where it is looked for: ${content.slice(0, 200)}`);
    return object;
  };
  const pages = [...objects.values()].filter((content) => /^<<\/Type \/Page\n/.test(content));
  const texts = pages.map((page) => {
    const fonts = new Map<string, Map<string, string>>();
    for (const [, name] of page.matchAll(/\/(F\d+) \d+ 0 R/g))
      fonts.set(name!, readCharacters(streamOf(referred(referred(page, name!), 'ToUnicode'))));
    const text = readText(streamOf(referred(page, 'Contents')), fonts);
    return squeezed(text.replaceAll(/[ﬀ-ﬆ]/g, (ligature) => ligature.normalize('NFKC')));
  });
  const [, width, height] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(pages[0] ?? '') ?? [];
  const millimetres = (points: string | undefined): number => Math.round((Number(points) / 72) * 25.4);
  return {
    count: pages.length,
    size: [millimetres(width), millimetres(height)],
    text: texts.join(''),
    texts,
  };
}

function streamOf(object: string): string {
  const start = object.indexOf('stream\n') + 'stream\n'.length;
  const length = Number(/\/Length (\d+)/.exec(object)![1]);
  return inflateSync(Buffer.from(object.slice(start, start + length), 'latin1')).toString('latin1');
}

/** Glyphs of a font, as four hexadecimal digits, with the characters that they stand for. */
function readCharacters(map: string): Map<string, string> {
  const characters = new Map<string, string>();
  const decode = (hex: string): string => Buffer.from(hex, 'hex').swap16().toString('utf16le');
  for (const [, lines] of map.matchAll(/beginbfchar\n(.*?)endbfchar/gs))
    for (const [, glyph, text] of lines!.matchAll(/<(\w+)> <(\w+)>/g)) characters.set(glyph!, decode(text!));
  for (const [, lines] of map.matchAll(/beginbfrange\n(.*?)endbfrange/gs)) {
    for (const [, first, last, text] of lines!.matchAll(/<(\w+)> <(\w+)> <(\w+)>/g)) {
      for (let glyph = parseInt(first!, 16); glyph <= parseInt(last!, 16); glyph++) {
        const code = parseInt(text!, 16) + glyph - parseInt(first!, 16);
        characters.set(glyph.toString(16).toUpperCase().padStart(4, '0'), String.fromCodePoint(code));
      }
    }
  }
  return characters;
}

function readText(content: string, fonts: ReadonlyMap<string, ReadonlyMap<string, string>>): string {
  let text = '';
  let font: ReadonlyMap<string, string> | undefined;
  for (const [, name, glyphs] of content.matchAll(/\/(F\d+) \S+ Tf|<([0-9A-F]+)>/g)) {
    if (name) font = fonts.get(name);
    for (const glyph of glyphs?.match(/.{4}/g) ?? []) text += font?.get(glyph) ?? '\uFFFD';
  }
  return text;
}
