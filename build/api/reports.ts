import { Extractor, ExtractorConfig, ExtractorLogLevel } from '@microsoft/api-extractor';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readManifest } from '../manifest/manifest.ts';
import { reportManifest } from './manifest-report.ts';

const root = join(import.meta.dirname, '../..');

/** The entry points that say something of their own: the others export a part of `index` (a test compares them). */
const entries = ['index', 'outbox'];

/** Where the reports are kept. */
export const reportFolder = join(root, 'docs/api');

/**
 * Describes the public surface of the last build.
 *
 * @returns The text of each report, by the name of its file.
 * @throws When `dist` is missing, or a declaration cannot be read.
 */
export async function writeReports(): Promise<Map<string, string>> {
  if (!existsSync(join(root, 'dist/index.d.ts'))) throw new Error('dist is missing: run npm run build');
  const reports = new Map([['elements.md', reportManifest(await readManifest())]]);
  const scratch = await mkdtemp(join(tmpdir(), 'charter-elements-api-'));
  try {
    for (const entry of entries) reports.set(`${entry}.api.md`, await reportEntry(entry, scratch));
  } finally {
    await rm(scratch, { recursive: true });
  }
  return reports;
}

/** Writes the reports where they are kept. */
export async function keepReports(): Promise<void> {
  await mkdir(reportFolder, { recursive: true });
  for (const [name, text] of await writeReports()) await writeFile(join(reportFolder, name), text);
}

async function reportEntry(entry: string, scratch: string): Promise<string> {
  const path = entry === 'index' ? 'dist/index.d.ts' : `dist/${entry}/index.d.ts`;
  const config = ExtractorConfig.prepare({
    configObjectFullPath: undefined,
    packageJsonFullPath: join(root, 'package.json'),
    configObject: {
      projectFolder: root,
      mainEntryPointFilePath: join(root, path),
      newlineKind: 'lf',
      compiler: {
        overrideTsconfig: {
          compilerOptions: {
            target: 'ES2022',
            module: 'ESNext',
            moduleResolution: 'bundler',
            lib: ['ES2023', 'DOM', 'DOM.Iterable'],
            types: [],
            strict: true,
            skipLibCheck: true,
          },
          files: [path],
        },
      },
      apiReport: {
        enabled: true,
        // What classes inherit from is not exported, and part of the surface all the same.
        includeForgottenExports: true,
        reportFileName: `${entry}.api.md`,
        reportFolder: scratch,
        reportTempFolder: scratch,
      },
      docModel: { enabled: false },
      dtsRollup: { enabled: false },
      tsdocMetadata: { enabled: false },
      messages: {
        extractorMessageReporting: { default: { logLevel: ExtractorLogLevel.None } },
        tsdocMessageReporting: { default: { logLevel: ExtractorLogLevel.None } },
      },
    },
  });
  const problems: string[] = [];
  const { errorCount } = Extractor.invoke(config, {
    localBuild: true,
    messageCallback: (message) => {
      if (message.logLevel === ExtractorLogLevel.Error)
        problems.push(message.formatMessageWithLocation(root));
      message.handled = true;
    },
  });
  if (errorCount > 0) throw new Error(`${path}: ${problems.join('\n')}`);
  return readFile(join(scratch, `${entry}.api.md`), 'utf8');
}
