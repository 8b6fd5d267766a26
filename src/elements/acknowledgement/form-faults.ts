import type { LocalizedText } from '../../localization/localized-text.ts';
import type { LocalizeController } from '../../localization/localize-controller.ts';
import { countCodePoints, findTextFault, textRules } from '../../signature/record-text.ts';
import type { TextRule } from '../../signature/record-text.ts';
import type { Signer } from '../../signature/record.ts';
import { tidyText } from '../../signature/tidy-text.ts';
import { reasonOf } from './acknowledgement-form.ts';
import type { Faults, FormModel, LinkedChecklist } from './acknowledgement-form.ts';
import * as faultTexts from './fault-texts.ts';
import type { IdentityField } from './signer-fields.ts';

/** What is missing or malformed in the form, in its order. */
export function findFaults(
  model: FormModel,
  isDeclining: boolean,
  checklist: LinkedChecklist | null,
  localize: LocalizeController,
): Faults {
  const faults = new Map<string, () => string>();
  for (const field of model.fields) {
    const fault = faultOf(field, model);
    if (fault) faults.set(field.name, () => fault(localize));
  }
  if (isDeclining) {
    const fault = faultIn('reason', reasonOf(model), true);
    if (fault) faults.set('reason', () => fault(localize));
  } else {
    for (const { id, required } of model.charter.statements ?? []) {
      if (required === false || model.ticked.has(id)) continue;
      faults.set(`statement-${id}`, () => faultTexts.statementMissing(localize));
    }
    if (checklist?.checkValidity?.() === false) {
      faults.set('checklist', () => faultTexts.checklistMissing(localize));
    }
  }
  return faults;
}

type WrittenText = keyof typeof textRules;

/** What is wrong with a detail of the person, in words, or `undefined`. */
function faultOf(
  { name, isRequired }: IdentityField,
  { signer, locked }: FormModel,
): LocalizedText | undefined {
  const value = tidyText(signer[name] ?? '');
  const fault = faultIn(name, value, isRequired);
  if (!fault || !locked.has(name)) return fault;
  reportGiven(name, value);
  return faultTexts.givenUnusable;
}

function faultIn(name: WrittenText, text: string, isRequired: boolean): LocalizedText | undefined {
  if (text === '') return isRequired ? faultTexts.missing[name] : undefined;
  const rule = textRules[name];
  switch (findTextFault(text, rule)) {
    case undefined:
      return undefined;
    case 'too-long':
      return tooLong(rule, text);
    case 'invisible':
      return faultTexts.invisible;
    case 'malformed-email':
      return faultTexts.emailMalformed;
    default:
      return faultTexts.stray[name];
  }
}

const reported = new Set<string>();

/** Tells the page, once a value, that what it gave and locked cannot be recorded: the person cannot correct it. */
function reportGiven(name: keyof Signer, value: string): void {
  const { maxLength } = textRules[name];
  const cause = findTextFault(value, textRules[name]);
  const found =
    cause === 'too-long' ? `${countCodePoints(value)} characters long, ${maxLength} at most` : cause;
  const message =
    `charter-acknowledgement: signer-${name} (or signer.${name}) cannot be recorded and is locked: ` +
    `${found}. Nobody can sign with it: correct it where the page takes it from, or leave lock-signer out.`;
  if (reported.has(message)) return;
  reported.add(message);
  console.error(message);
}

const tooLong =
  ({ maxLength }: TextRule, text: string): LocalizedText =>
  (localize) => {
    const [most, count] = [localize.number(maxLength), localize.number(countCodePoints(text))];
    return faultTexts.tooLong(localize, most, count);
  };
