import { join } from 'node:path';
import ts from 'typescript';

/**
 * Compiles a project of this folder. What the compiler has to say goes to the console; an error fails the build, once all of
 * them are told.
 */
export function compile(project: string, transformers: ts.CustomTransformers): void {
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
