import { crc32, deflateSync } from 'node:zlib';

/** An image in memory: four bytes a pixel, red, green, blue and opacity, as pngjs reads and pixelmatch compares it. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly data: Buffer;
}

/** A palette holds 256 colours. Fewer bits a channel bring a picture that has more of them below that. */
const bitsPerChannel = [5, 4, 3, 2];

/**
 * Writes a picture with a palette of at most 256 colours: a third of the bytes of Chromium's own file. The colours are
 * rounded to five bits a channel (a step of 8 in 255), or fewer where that leaves too many of them.
 */
export function encodePalette(pixels: Pixels): Buffer {
  for (const bits of bitsPerChannel) {
    const indexed = indexColors(pixels, bits);
    if (indexed) return encode(pixels.width, pixels.height, indexed.palette, indexed.rows);
  }
  throw new Error('Six bits a pixel leave more than 256 colours: indexColors is wrong.');
}

function indexColors({ width, height, data }: Pixels, bits: number) {
  const rounded = roundedChannel(bits);
  const indexes = new Map<number, number>();
  const rows = Buffer.alloc((width + 1) * height);
  for (let y = 0, from = 0, to = 0; y < height; y += 1) {
    rows[to++] = 0; // No filter: indexes next to each other are no quantities.
    for (let x = 0; x < width; x += 1, from += 4) {
      const color =
        (rounded[data[from]!]! << 16) | (rounded[data[from + 1]!]! << 8) | rounded[data[from + 2]!]!;
      let index = indexes.get(color);
      if (index === undefined) {
        if (indexes.size === 256) return undefined;
        index = indexes.size;
        indexes.set(color, index);
      }
      rows[to++] = index;
    }
  }
  const palette = Buffer.from([...indexes.keys()].flatMap((color) => [color >> 16, (color >> 8) & 255, color & 255]));
  return { palette, rows };
}

/** The nearest of 2^bits values from 0 to 255, for each value of a channel. */
function roundedChannel(bits: number): Uint8Array {
  const top = 2 ** bits - 1;
  return Uint8Array.from({ length: 256 }, (_, value) => Math.round((Math.round((value / 255) * top) / top) * 255));
}

function encode(width: number, height: number, palette: Buffer, rows: Buffer): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = 8; // Bits a pixel.
  header[9] = 3; // Colours from a palette.
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('PLTE', palette),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, content: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const framed = Buffer.alloc(named.length + 8);
  framed.writeUInt32BE(content.length, 0);
  named.copy(framed, 4);
  framed.writeUInt32BE(crc32(named), named.length + 4);
  return framed;
}
