/** Writes the modules of `dist` and their declarations: what `tsc` would, less what pages need not download. */
import { join } from 'node:path';
import ts from 'typescript';
import { declarationExtensions } from './transformers/declaration-extensions.ts';
import { withoutMessageDescriptions } from './transformers/message-descriptions.ts';
import { propertyCalls } from './transformers/property-calls.ts';
import { withoutStyleComments } from './transformers/style-comments.ts';

const transformers: ts.CustomTransformers = {
  before: [propertyCalls, withoutMessageDescriptions, withoutStyleComments],
  afterDeclarations: [declarationExtensions],
};

for (const project of ['tsconfig.build.json', 'tsconfig.command-line.json']) compile(project);

/** What the compiler has to say goes to the console; an error fails the build, once all of them are told. */
function compile(project: string): void {
  const host: ts.ParseConfigFileHost = { ...ts.sys, onUnRecoverableConfigFileDiagnostic: report };
  const config = ts.getParsedCommandLineOfConfigFile(join(import.meta.dirname, project), {}, host)!;
  const program = ts.createProgram(config.fileNames, config.options);
  const { diagnostics } = program.emit(undefined, undefined, undefined, false, transformers);
  for (const each of [...config.errors, ...ts.getPreEmitDiagnostics(program), ...diagnostics]) report(each);
}

function report(diagnostic: ts.Diagnostic): void {
  const host: ts.FormatDiagnosticsHost = {
    getCanonicalFileName: (name) => name,
    getCurrentDirectory: ts.sys.getCurrentDirectory,
    getNewLine: () => ts.sys.newLine,
  };
  console.error(ts.formatDiagnostic(diagnostic, host));
  if (diagnostic.category === ts.DiagnosticCategory.Error) process.exitCode = 1;
}
