import type { Signer } from '../../signature/record.ts';

/**
 * The plain `<form method="post">` that stands in the element: it signs by itself without JavaScript, and until the
 * element is ready. Its controls are named by the paths of the record: `signer.name`, `statements`, `reason`…
 */
export function findFallbackForm(host: HTMLElement): HTMLFormElement | null {
  return host.querySelector<HTMLFormElement>('form[method="post" i]');
}

/** What a person had done in the plain form. */
export interface FallbackEntries {
  readonly typed: Partial<Record<keyof Signer | 'reason', string>>;
  readonly statementIds: readonly string[];
  readonly practices: readonly string[];
  /** The id of the control of the element that takes the focus over. */
  readonly focusedId: string | undefined;
}

/** The value of `fields` for the details that the plain form asks for beside the name. */
export function fieldsOf(form: HTMLFormElement | null): string {
  const inputs = form
    ? [
        ...form.querySelectorAll<HTMLInputElement>(
          '[name^="signer."]:not([type=hidden], [name="signer.name"])',
        ),
      ]
    : [];
  return inputs.map(({ name, required }) => detailOf(name) + (required ? '' : '?')).join(' ');
}

/** Takes what a person did out of the plain form, which is then as it was sent. */
export function takeEntries(form: HTMLFormElement): FallbackEntries {
  const data = [...new FormData(form)].filter((entry): entry is [string, string] => entry[1] !== '');
  const all = (name: string): string[] => data.filter(([key]) => key === name).map(([, value]) => value);
  const typed = data
    .filter(([name]) => name === 'reason' || name.startsWith('signer.'))
    .map(([name, value]) => [detailOf(name), value]);
  const focused = [...form.querySelectorAll<HTMLInputElement>('[name]')].find((control) =>
    control.matches(':focus'),
  );
  const entries = {
    typed: Object.fromEntries(typed) as FallbackEntries['typed'],
    statementIds: all('statements'),
    practices: all('practices'),
    focusedId:
      focused && (focused.name === 'statements' ? `statement-${focused.value}` : detailOf(focused.name)),
  };
  form.reset();
  return entries;
}

function detailOf(name: string): string {
  return name.replace('signer.', '');
}
