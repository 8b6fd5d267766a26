import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

/** Writes `.br` and `.gz` beside each script of a folder: a server that sends them need not compress, and sends less. */
export async function writePrecompressed(folder: string, scripts: readonly string[]): Promise<void> {
  for (const name of scripts) {
    const path = join(folder, name);
    const code = await readFile(path);
    const params = {
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
      [constants.BROTLI_PARAM_SIZE_HINT]: code.length,
    };
    await writeFile(`${path}.br`, await brotli(code, { params }));
    await writeFile(`${path}.gz`, await zip(code, { level: constants.Z_BEST_COMPRESSION }));
  }
}
