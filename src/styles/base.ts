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
    font-family: var(--charter-font-family, inherit);
    font-size: var(--charter-font-size, inherit);
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
    font-family: var(--charter-heading-font-family, inherit);
    font-weight: 650;
    line-height: 1.25;
    text-wrap: balance;
  }
  .title {
    font-size: 1.75em;
  }
  .section-title {
    font-size: 1.3em;
  }
  .group-title,
  legend {
    font-size: 1.05em;
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
  a {
    color: var(--_accent);
    text-decoration: underline;
    text-decoration-thickness: 0.08em;
    text-underline-offset: 0.2em;
  }
  a:hover {
    text-decoration-thickness: 0.16em;
  }
  button,
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 0.5em;
    min-height: 2.5em;
    padding: 0.4em 1em;
    border: 1px solid var(--_control);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_accent);
    font: inherit;
    font-weight: 600;
    line-height: 1.3;
    text-align: center;
    text-decoration: none;
    cursor: pointer;
  }
  button:not(.quiet):hover,
  .button:hover {
    border-color: currentColor;
    background: var(--_raised);
  }
  .primary {
    border-color: var(--_accent);
    background: var(--_accent);
    color: var(--_on-accent);
  }
  button.primary:hover {
    background: color-mix(in srgb, var(--_accent), var(--_text) 25%);
  }
  .quiet {
    padding-inline: 0;
    border-color: transparent;
    background: none;
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }
  [aria-disabled='true'],
  :disabled:not(fieldset, [type='checkbox'], [type='radio']) {
    opacity: 0.6;
    cursor: default;
  }
  :focus-visible {
    outline: 3px solid var(--_focus);
    outline-offset: 2px;
  }
  [tabindex='-1']:focus-visible {
    outline-offset: 6px;
  }
  input,
  select,
  textarea {
    border: 1px solid var(--_control);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_text);
    font: inherit;
    accent-color: var(--_accent);
  }
  input:not([type='checkbox'], [type='radio']),
  select,
  textarea {
    width: 100%;
    min-height: 2.5em;
    padding: 0.4em 0.65em;
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
  .notice {
    padding: 0.75em 1em;
    border-inline-start: 0.25em solid var(--_tone, var(--_accent));
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
  .muted {
    color: var(--_muted);
    font-size: 0.925em;
  }
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
  .row > .tone + * {
    flex: 1;
    min-width: 0;
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
  progress {
    width: 100%;
    height: 0.5em;
    border: 1px solid var(--_control);
    border-radius: 1em;
    background: var(--_surface);
    color: var(--_accent);
    overflow: hidden;
    appearance: none;
  }
  progress::-webkit-progress-bar {
    background: var(--_surface);
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
    :host {
      color-scheme: light;
    }
    .no-print {
      display: none;
    }
  }
  @media (forced-colors: active) {
    .notice {
      border: 1px solid;
    }
    .primary {
      border: 2px solid ButtonText;
    }
    [aria-disabled='true'] {
      color: GrayText;
      opacity: 1;
    }
    progress {
      border-color: CanvasText;
      background: Canvas;
      forced-color-adjust: none;
    }
    progress::-webkit-progress-bar {
      background: Canvas;
    }
    progress::-webkit-progress-value {
      background: Highlight;
    }
    progress::-moz-progress-bar {
      background: Highlight;
    }
  }
`;
