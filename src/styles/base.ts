import { css } from 'lit';

/** What every element shares: layout of the host, typography, links, buttons, fields, notices, focus. */
export const base = css`
  :host {
    display: block;
  }
  :host([hidden]) {
    display: none;
  }
  *,
  ::before,
  ::after {
    box-sizing: border-box;
  }
  .root {
    background: var(--_surface);
    color: var(--_text);
    /* Typeface of text. */
    font-family: var(--charter-font-family, inherit);
    /* Size of text: every other size, and most spaces, follow. */
    font-size: var(--charter-font-size, inherit);
    /* Height of a line of text. */
    line-height: var(--charter-line-height, 1.6);
    text-align: start;
    text-transform: none;
    white-space: normal;
    overflow-wrap: break-word;
  }
  h1,
  h2,
  h3,
  h4,
  h5,
  h6,
  [role='heading'],
  legend {
    margin: 0;
    padding: 0;
    color: var(--_text);
    /* Typeface of titles. */
    font-family: var(--charter-heading-font-family, inherit);
    /* Weight of titles. */
    font-weight: var(--charter-heading-font-weight, 650);
    line-height: 1.25;
    text-wrap: balance;
  }
  .title {
    font-size: var(--_largest);
  }
  .section-title,
  .network-title,
  .result-title {
    font-size: var(--_larger);
  }
  .group-title,
  .step-title,
  .closing-title,
  .networks-title,
  legend {
    font-size: var(--_large);
  }
  p,
  ul,
  ol,
  dl,
  dd,
  figure,
  blockquote,
  fieldset {
    margin: 0;
    padding: 0;
    border: 0;
    min-width: 0;
  }
  a,
  .quiet {
    color: var(--_accent);
    text-decoration: underline;
    text-decoration-thickness: 0.08em;
    text-underline-offset: 0.2em;
  }
  a:hover,
  .quiet:hover {
    text-decoration-thickness: 0.16em;
  }
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
  .notice {
    padding: 1em 1.25em;
    border: 1px solid color-mix(in srgb, var(--_tone, var(--_accent)) 30%, transparent);
    border-radius: var(--_radius);
    background: var(--_tone-surface, var(--_raised));
  }
  .success {
    --_tone: var(--_success);
    --_tone-surface: var(--_success-surface);
  }
  .warning {
    --_tone: var(--_warning);
    --_tone-surface: var(--_warning-surface);
  }
  .danger {
    --_tone: var(--_danger);
    --_tone-surface: var(--_danger-surface);
  }
  .tone {
    display: flex;
    color: var(--_tone);
  }
  .loading::before {
    content: '';
    display: inline-block;
    width: 1em;
    height: 1em;
    margin-inline-end: 0.6em;
    border: 2px solid var(--_line);
    border-block-start-color: var(--_accent);
    border-radius: 50%;
    vertical-align: -0.15em;
    animation: turn 1s linear infinite;
  }
  @keyframes turn {
    to {
      rotate: 1turn;
    }
  }
  .muted {
    color: var(--_muted);
    font-size: 0.925em;
  }
  slot + *,
  .stack > * + * {
    margin-block-start: var(--_space);
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.75em;
  }
  .row > .tone {
    align-self: flex-start;
    margin-block-start: 0.15em;
  }
  .row > .tone:has(+ .result-title) {
    font-size: 1.25em;
  }
  .row > .tone + * {
    flex: 1;
    min-width: 0;
  }
  @media (max-width: 30em) {
    .result-title {
      font-size: var(--_large);
    }
    .row > button {
      flex: 1 1 100%;
    }
  }
  .icon {
    flex: none;
    width: 1.25em;
    height: 1.25em;
    fill: none;
    stroke: currentColor;
    stroke-width: 2;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  /* A tick in one is no work in the others. */
  .stretch {
    contain: layout style;
  }
  @media screen {
    /* Not where rings of the focus would be cut off: in Safari, which would also jump while it scrolls. */
    @supports (overflow-clip-margin: 1em) {
      .stretch:nth-of-type(n + 11) {
        content-visibility: auto;
        contain-intrinsic-block-size: auto 330em;
        overflow-clip-margin: 1em;
      }
    }
  }
  [part='progress'] {
    display: grid;
    gap: 0.5em;
    font-variant-numeric: tabular-nums;
  }
  progress {
    width: 100%;
    height: 0.5em;
    border: 0;
    border-radius: 1em;
    background: var(--_line);
    color: var(--_accent);
    overflow: hidden;
    appearance: none;
  }
  progress::-webkit-progress-bar {
    background: none;
  }
  progress::-webkit-progress-value {
    background: var(--_accent);
  }
  progress::-moz-progress-bar {
    background: var(--_accent);
  }
  .visually-hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  @media print {
    :host,
    .root {
      color-scheme: light;
    }
    .no-print {
      display: none;
    }
  }
  @media (prefers-contrast: more) {
    .notice {
      border-color: var(--_tone, var(--_accent));
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .loading::before {
      animation: none;
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
    progress {
      border: 1px solid CanvasText;
      background: Canvas;
      forced-color-adjust: none;
    }
    progress::-webkit-progress-value {
      background: Highlight;
    }
    progress::-moz-progress-bar {
      background: Highlight;
    }
  }
`;
