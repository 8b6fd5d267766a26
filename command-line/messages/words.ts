import * as englishComparison from './en-comparison.ts';
import * as englishHelp from './en-help.ts';
import * as englishMistakes from './en-mistakes.ts';
import * as englishResults from './en-results.ts';
import * as englishFaults from './en-trial-faults.ts';
import * as englishTrial from './en-trial.ts';
import * as frenchComparison from './fr-comparison.ts';
import * as frenchHelp from './fr-help.ts';
import * as frenchMistakes from './fr-mistakes.ts';
import * as frenchResults from './fr-results.ts';
import * as frenchFaults from './fr-trial-faults.ts';
import * as frenchTrial from './fr-trial.ts';
import type { Language } from './language.ts';
import type { Coded, SameCodes } from './same-codes.ts';

const french = {
  ...frenchComparison,
  help: { frame: frenchHelp.frame, commonOptions: frenchHelp.commonOptions, commands: frenchHelp.commands },
  mistakes: frenchMistakes.mistakes,
  results: frenchResults.results,
  confirmation: frenchResults.confirmation,
  remarks: frenchResults.remarks,
  hints: frenchResults.hints,
  trial: { ...frenchTrial, faults: frenchFaults.faults },
};

/** All that the command line says in a language, beside findings. */
export type Words = SameCodes<typeof french>;

const english: Words = {
  ...englishComparison,
  help: {
    frame: englishHelp.frame,
    commonOptions: englishHelp.commonOptions,
    commands: englishHelp.commands,
  },
  mistakes: englishMistakes.mistakes,
  results: englishResults.results,
  confirmation: englishResults.confirmation,
  remarks: englishResults.remarks,
  hints: englishResults.hints,
  trial: { ...englishTrial, faults: englishFaults.faults },
};

export const words: Readonly<Record<Language, Words>> = { fr: french, en: english };

export type CommandName = keyof typeof frenchHelp.commands;
export type Mistake = Coded<typeof frenchMistakes.mistakes>;
export type MistakeWords = typeof frenchMistakes.mistakes;
/** What an endpoint does otherwise than expected. */
export type TrialFault = Coded<typeof frenchFaults.faults>;
export type TrialFaultWords = typeof frenchFaults.faults;
export type CheckId = keyof typeof frenchTrial.titles;
export type GroupId = keyof typeof frenchTrial.groups;
export type Expectation = keyof typeof frenchTrial.expectations;
export type Skip = keyof typeof frenchTrial.skips;
