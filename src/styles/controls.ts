import { css } from 'lit';

/** Buttons, fields, boxes, and where the focus is. */
export const controls = css`
  button,
  ::file-selector-button {
    padding: 0.4em 1.1em;
    border: 1px solid var(--_control);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_accent);
    font: inherit;
    font-weight: 600;
    line-height: 1.3;
    cursor: pointer;
  }
  button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 0.5em;
    min-height: var(--_size);
    text-align: center;
  }
  button:not(.quiet, [aria-disabled='true'], :disabled):hover,
  ::file-selector-button:hover {
    border-color: var(--_accent);
    background: var(--_raised);
    /* Only under the pointer: another theme comes at once. */
    transition: var(--_motion);
    transition-property: background-color, border-color;
  }
  button:not(.quiet, [aria-disabled='true'], :disabled):active {
    background: color-mix(in srgb, var(--_raised), var(--_accent) 12%);
  }
  .primary {
    --_raised: color-mix(in srgb, var(--_fill, var(--_accent)), var(--_text) 20%);
    border-color: transparent;
    background: var(--_fill, var(--_accent));
    color: var(--_ink, var(--_on-accent));
  }
  .quiet {
    padding-inline: 0;
    border: 0;
    background: none;
  }
  [aria-disabled='true'],
  :disabled:not(fieldset) {
    opacity: 0.6;
    cursor: default;
  }
  :focus-visible {
    outline: var(--_focus-width) solid var(--_focus);
    outline-offset: 2px;
  }
  [tabindex='-1']:focus-visible {
    outline-offset: 6px;
  }
  input,
  textarea {
    border: 1px solid var(--_control);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_text);
    font: inherit;
    accent-color: var(--_accent);
  }
  input:not([type='checkbox'], [type='radio']),
  textarea {
    width: 100%;
    min-height: var(--_size);
    padding: 0.4em 0.75em;
  }
  [type='checkbox'],
  [type='radio'] {
    flex: none;
    width: 1.5em;
    height: 1.5em;
    min-width: 24px;
    min-height: 24px;
    margin: 0;
  }
  @media screen and (forced-colors: none) {
    [type='checkbox'],
    [type='radio'] {
      display: grid;
      place-items: center;
      appearance: none;
      border-width: 1.5px;
      color: var(--_on-accent);
    }
    [type='checkbox'] {
      border-radius: min(var(--_radius), 0.4em);
    }
    [type='radio'] {
      border-radius: 50%;
    }
    :enabled:is([type='checkbox'], [type='radio']):hover {
      border-color: var(--_accent);
      cursor: pointer;
    }
    :checked {
      border-color: var(--_accent);
      background: var(--_accent);
    }
    :checked::before {
      content: '';
    }
    [type='checkbox']::before {
      width: 0.8em;
      height: 0.4em;
      margin-block-start: -0.2em;
      border: 0.16em solid;
      border-block-start: 0;
      border-inline-end: 0;
      rotate: -45deg;
      /* A tick is one from right to left too. */
      direction: ltr;
    }
    [type='radio']::before {
      width: 0.6em;
      height: 0.6em;
      border-radius: 50%;
      background: currentColor;
    }
  }
  @media (forced-colors: active) {
    .primary {
      border: 2px solid ButtonText;
      background: ButtonFace;
      /* Its own, the ground of the page, is a colour of the system, which would stay. */
      color: ButtonText;
    }
    [aria-disabled='true'],
    :disabled:not(fieldset) {
      color: GrayText;
      opacity: 1;
    }
  }
`;
