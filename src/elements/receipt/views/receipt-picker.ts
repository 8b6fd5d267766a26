import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { LocalizeController } from '../../../localization/localize-controller.ts';
import * as texts from '../texts.ts';

export interface ReceiptPickerView {
  /** A file is held over it. */
  readonly isOver: boolean;
  /** What was picked could not be read, as is said in `#fault`. */
  readonly isFaulty: boolean;
  readonly localize: LocalizeController;
  readonly onDrag: (event: Event, isOver: boolean) => void;
  readonly onDrop: (event: DragEvent) => void;
  readonly onPick: (file: File | undefined) => void;
}

/** Where a file is dropped or picked. */
export function renderReceiptPicker({
  isOver,
  isFaulty,
  localize,
  onDrag,
  onDrop,
  onPick,
}: ReceiptPickerView): TemplateResult {
  return html`<div
    class="picker no-print"
    part="picker"
    ?data-over=${isOver}
    @dragover=${(event: Event) => onDrag(event, true)}
    @dragleave=${(event: Event) => onDrag(event, false)}
    @drop=${onDrop}
  >
    <label for="file"> ${texts.file(localize)} </label>
    <input
      part="input"
      id="file"
      type="file"
      accept="application/json,.json"
      aria-describedby=${isFaulty ? 'fault' : nothing}
      aria-invalid=${isFaulty ? 'true' : nothing}
      @change=${(event: Event) => onPick((event.target as HTMLInputElement).files?.[0])}
    />
    <p class="muted">${texts.local(localize)}</p>
  </div>`;
}
