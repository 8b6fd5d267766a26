import { crc32, deflateSync } from 'node:zlib';

/** An image in memory: four bytes a pixel, red, green, blue and opacity, as pngjs reads and pixelmatch compares it. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly data: Buffer;
}

/** Colours that a PNG's palette holds. */
const paletteSize = 256;

/** Each channel is rounded to five bits, a step of 8 in 255: text is then made of a hundred colours, not of thousands. */
const rounded = Uint8Array.from({ length: 256 }, (_, value) =>
  Math.round((Math.round((value / 255) * 31) / 31) * 255),
);

/**
 * Writes a picture with a palette: a third of the bytes of Chromium's own file. A picture that has more colours than a
 * palette keeps the most frequent ones; the others become the nearest of them.
 */
export function encodePalette({ width, height, data }: Pixels): Buffer {
  const colors = new Uint32Array(width * height);
  const counts = new Map<number, number>();
  for (let index = 0, from = 0; index < colors.length; index += 1, from += 4) {
    const color =
      (rounded[data[from]!]! << 16) | (rounded[data[from + 1]!]! << 8) | rounded[data[from + 2]!]!;
    colors[index] = color;
    counts.set(color, (counts.get(color) ?? 0) + 1);
  }
  // By frequency, then by colour, so that the same picture makes the same bytes.
  const sorted = [...counts]
    .sort(([a, times], [b, others]) => others - times || a - b)
    .map(([color]) => color);
  const palette = sorted.slice(0, paletteSize);
  const indexes = new Map(
    sorted.map((color, index) => [color, index < paletteSize ? index : nearest(color, palette)]),
  );

  const rows = Buffer.alloc((width + 1) * height);
  for (let y = 0, from = 0, to = 0; y < height; y += 1) {
    rows[to++] = 0; // No filter: indexes next to each other are no quantities.
    for (let x = 0; x < width; x += 1) rows[to++] = indexes.get(colors[from++]!)!;
  }
  return encode(width, height, Buffer.from(palette.flatMap(channels)), rows);
}

const channels = (color: number): [red: number, green: number, blue: number] => [
  color >> 16,
  (color >> 8) & 255,
  color & 255,
];

function nearest(color: number, palette: readonly number[]): number {
  const wanted = channels(color);
  const distances = palette.map((candidate) =>
    channels(candidate).reduce((sum, value, channel) => sum + (value - wanted[channel]!) ** 2, 0),
  );
  return distances.indexOf(Math.min(...distances));
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
    chunk('IDAT', deflateSync(rows, { level: 6 })),
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
