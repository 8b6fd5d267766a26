import type { Charter } from '../../charter/charter.ts';
import type { Signer } from '../../signature/record.ts';
import { tidyText } from '../../signature/tidy-text.ts';
import type { FallbackEntries } from './fallback-form.ts';
import { readFields } from './signer-fields.ts';
import type { IdentityField } from './signer-fields.ts';

/** The signer as it goes into the record: tidied, without what was left empty. */
export function signerOf({ signer }: FormModel): Signer {
  const details = Object.entries(signer).map(([name, value]) => [name, tidyText(value ?? '')]);
  return Object.fromEntries(details.filter(([, value]) => value)) as Signer;
}

/** The reason of a refusal as it goes into the record. */
export function reasonOf({ reason }: FormModel): string {
  return tidyText(reason, { isMultiline: true });
}

/** A `charter-checklist`, seen from here. */
export interface LinkedChecklist extends HTMLElement {
  value?: readonly string[];
  checkValidity?(): boolean;
}

/** What the page says about the form. */
export interface FormOptions {
  readonly fields: string;
  /** Details of the person that the page gives. */
  readonly given: Partial<Signer>;
  readonly isLocked: boolean;
  readonly isShared: boolean;
  readonly checklist: LinkedChecklist | null;
}

/** What to correct, by the id of its field; in words that are asked for when shown, since the language may change. */
export type Faults = ReadonlyMap<string, () => string>;

/** Everything the form shows. */
export interface FormModel {
  readonly charter: Charter;
  readonly fields: readonly IdentityField[];
  readonly signer: Partial<Signer>;
  /** Details that the page gave and locked. */
  readonly locked: ReadonlySet<keyof Signer>;
  readonly ticked: ReadonlySet<string>;
  readonly reason: string;
  readonly faults: Faults;
  /** How many practices are ticked in the linked checklist, where there is one. */
  readonly practiceCount: number | undefined;
  readonly isShared: boolean;
}

/** What a person typed and ticked, and what is wrong with it. */
export class AcknowledgementForm {
  faults: Faults = new Map();
  #typed: Partial<Record<keyof Signer | 'reason', string | undefined>> = {};
  #ticked = new Set<string>();
  /** What the controls were last given to show. */
  #shown: FormModel['signer'] & { readonly reason?: string } = {};

  get isEmpty(): boolean {
    return this.#ticked.size === 0 && !Object.values(this.#typed).some(Boolean);
  }

  clear(): void {
    this.#typed = {};
    this.clearTicks();
  }

  /** The statements are to be read again; who the person is stays. */
  clearTicks(): void {
    this.#ticked = new Set();
    this.faults = new Map();
  }

  /** Fills in the details of a record that has to be signed anew; what was typed since stays. */
  refill(signer: Signer): void {
    this.#typed = { ...signer, ...this.#typed };
  }

  /** Goes on with what was done in the plain form. */
  takeOver({ typed, statementIds }: FallbackEntries, { statements = [] }: Charter): void {
    this.#typed = { ...typed, ...this.#typed };
    for (const { id } of statements) if (statementIds.includes(id)) this.#ticked.add(id);
  }

  /** Takes in an `input` or `change` event of the form. */
  handleInput(event: Event): void {
    this.#take(event.target as HTMLInputElement);
  }

  /**
   * Takes in what the controls of the form hold now: password managers, autofill and scripts fill in without any event. What
   * still is as the page gave it follows the page.
   */
  read(form: HTMLFormElement | null): void {
    const controls = form?.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input, textarea') ?? [];
    for (const control of controls) {
      const name = control.name as keyof Signer;
      const isUntouched = !(name in this.#typed) && control.value === (this.#shown[name] ?? '');
      if (control.type === 'checkbox' || !isUntouched) this.#take(control as HTMLInputElement);
    }
  }

  #take({ name, value, type, checked }: HTMLInputElement): void {
    if (type !== 'checkbox') {
      this.#typed[name as keyof Signer] = value;
      return;
    }
    const id = name.replace(/^statement-/, '');
    if (checked) this.#ticked.add(id);
    else this.#ticked.delete(id);
  }

  model(charter: Charter, { fields: asked, given, isLocked, isShared, checklist }: FormOptions): FormModel {
    const fields = readFields(asked);
    const locked = new Set(isLocked ? fields.map(({ name }) => name).filter((name) => given[name]) : []);
    const signer: Partial<Signer> = {};
    for (const { name } of fields) {
      const value = locked.has(name) ? given[name] : (this.#typed[name] ?? given[name]);
      if (value) signer[name] = value;
    }
    const reason = this.#typed.reason ?? '';
    this.#shown = { ...signer, reason };
    return {
      charter,
      fields,
      signer,
      locked,
      ticked: this.#ticked,
      reason,
      faults: this.faults,
      practiceCount: checklist?.value?.length,
      isShared,
    };
  }
}
