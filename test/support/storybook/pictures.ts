import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';
import { encodePalette } from './palette-png.ts';
import type { Pixels } from './palette-png.ts';

const root = join(import.meta.dirname, '../../..');

/** Where the reference pictures are, one PNG a story and look. */
const folder = join(root, 'test/pictures');

/** Where differences are written; ignored by git. */
const differencesFolder = join(root, 'test/picture-differences');

const updateCommand = 'npm run pictures:update';

/** How far two colours may be from each other, from 0 to 1: 0.05 lets the rounding of the palette through. */
const threshold = 0.05;

/**
 * Pixels that may differ, where they are no anti-aliasing. Two builds of Chromium round the edge of a curve or of a glyph
 * differently here and there; the smallest thing that people see, a full stop, is about as large.
 */
const tolerance = 8;

/** A picture that differs is taken again, since a story may still be waiting for its storage on a machine that is busy. */
const attempts = 4;

export interface Pictures {
  /** Compares a picture with its reference, or writes it. Resolves with what is wrong and what to do. */
  check(name: string, capture: () => Promise<Buffer>): Promise<string | undefined>;
  /**
   * Tells of the references that no story has; when updating, removes them.
   *
   * @param names - Of the pictures that the stories have, whether their visit went well or not.
   * @param part - Only references that have it in their name count.
   */
  removeStale(names: ReadonlySet<string>, part: string): Promise<string[]>;
  /** References written, and removed. */
  readonly changed: readonly string[];
  /** How many were compared or written. */
  readonly count: number;
}

/** Opens the reference pictures; `isUpdate` rewrites those that differ. */
export async function openPictures(isUpdate: boolean): Promise<Pictures> {
  await rm(differencesFolder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const names = new Set<string>();
  const changed: string[] = [];
  const differing: string[] = [];

  const tell = async (name: string, reason: string, expected: Pixels, actual: Pixels): Promise<string> => {
    differing.push(name);
    await mkdir(differencesFolder, { recursive: true });
    await writeFile(join(differencesFolder, `${name}.png`), sideBySide(expected, actual));
    await writeFile(join(differencesFolder, 'index.html'), listOf(differing));
    return (
      `${name}: ${reason}. Expected, actual and difference side by side: ` +
      `${relative(root, differencesFolder)}/index.html. Where the new picture is right: ${updateCommand}`
    );
  };

  return {
    changed,
    get count() {
      return names.size;
    },
    check: async (name, capture) => {
      names.add(name);
      const path = join(folder, `${name}.png`);
      const reference = await readIfThere(path);
      if (isUpdate) {
        const actual = await captureTwice(capture);
        if (reference && compare(reference, actual) === undefined) return undefined;
        await writeFile(path, actual);
        changed.push(`${name} ${reference ? 'changed' : 'is new'}`);
        return undefined;
      }
      let actual = await captureOnce(capture);
      if (!reference) {
        const place = relative(root, path);
        return `${name}: it has no reference picture ${place}. To write it: ${updateCommand}, then look at it`;
      }
      for (let attempt = 1; ; attempt += 1) {
        const reason = compare(reference, actual);
        if (reason === undefined) return undefined;
        if (attempt === attempts) return tell(name, reason, PNG.sync.read(reference), PNG.sync.read(actual));
        actual = await captureOnce(capture);
      }
    },
    removeStale: async (known, part) => {
      const files = (await readdir(folder)).filter((file) => file.endsWith('.png') && file.includes(part));
      const stale = files.filter((file) => !known.has(file.slice(0, -'.png'.length)));
      if (!isUpdate) {
        return stale.map(
          (file) => `test/pictures/${file}: no story has this picture. To remove it: ${updateCommand}`,
        );
      }
      for (const file of stale) {
        await rm(join(folder, file));
        changed.push(`${file.slice(0, -'.png'.length)} is gone`);
      }
      return [];
    },
  };
}

async function captureOnce(capture: () => Promise<Buffer>): Promise<Buffer> {
  return encodePalette(PNG.sync.read(await capture()));
}

/** A reference is written once two pictures in a row are the same. */
async function captureTwice(capture: () => Promise<Buffer>): Promise<Buffer> {
  let last = await captureOnce(capture);
  for (;;) {
    const next = await captureOnce(capture);
    if (next.equals(last)) return next;
    last = next;
  }
}

/** In what two pictures differ; undefined where people see the same. */
function compare(reference: Buffer, taken: Buffer): string | undefined {
  if (reference.equals(taken)) return undefined;
  const [expected, actual] = [PNG.sync.read(reference), PNG.sync.read(taken)];
  const { width, height } = expected;
  if (width !== actual.width || height !== actual.height)
    return `it is ${actual.width} × ${actual.height} pixels, its reference ${width} × ${height}`;
  const count = pixelmatch(expected.data, actual.data, undefined, width, height, { threshold });
  return count > tolerance ? `${count} pixels differ from its reference, ${tolerance} may` : undefined;
}

/** One PNG: expected, actual, difference. Where one is smaller, the rest of its place is grey. */
function sideBySide(expected: Pixels, actual: Pixels): Buffer {
  const width = Math.max(expected.width, actual.width);
  const height = Math.max(expected.height, actual.height);
  const gap = 8;
  const whole = new PNG({ width: width * 3 + gap * 2, height });
  whole.data.fill(0x80);
  const [left, right] = [expected, actual].map((pixels) => {
    const place = new PNG({ width, height });
    place.data.fill(0x80);
    for (let y = 0; y < pixels.height; y += 1)
      pixels.data.copy(place.data, y * width * 4, y * pixels.width * 4, (y + 1) * pixels.width * 4);
    return place;
  }) as [PNG, PNG];
  const marked = new PNG({ width, height });
  pixelmatch(left.data, right.data, marked.data, width, height, { threshold });
  [left, right, marked].forEach((part, index) => {
    PNG.bitblt(part, whole, 0, 0, width, height, index * (width + gap), 0);
  });
  for (let index = 3; index < whole.data.length; index += 4) whole.data[index] = 255;
  return PNG.sync.write(whole, { colorType: 2 });
}

function listOf(names: readonly string[]): string {
  const figures = names.map(
    (name) =>
      `<figure><figcaption>${name}: expected, actual, difference</figcaption>` +
      `<img src="${encodeURIComponent(name)}.png" alt="" style="max-width: 100%"></figure>`,
  );
  return `<!doctype html><meta charset="utf-8"><title>Pictures that differ</title>\n${figures.join('\n')}\n`;
}

async function readIfThere(path: string): Promise<Buffer | undefined> {
  try {
    return await readFile(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
