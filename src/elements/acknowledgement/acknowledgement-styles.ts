import { css } from 'lit';

export const acknowledgementStyles = css`
  .root > * {
    max-width: calc(var(--_measure) + 4em);
  }
  .section-title,
  .result-title {
    font-size: var(--_larger);
  }
  .row > .tone:has(+ .result-title) {
    font-size: 1.25em;
  }
  @media (max-width: 30em) {
    .result-title {
      font-size: var(--_large);
    }
  }
  form > * + *,
  .panel > * + * {
    margin-block-start: calc(1.5 * var(--_space));
  }
  .fields {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 16em), 1fr));
    gap: 1.1em 1.25em;
    margin-block-start: 0.75em;
  }
  .field > label {
    display: block;
    margin-block-end: 0.3em;
    font-weight: 600;
  }
  #error-summary:focus-visible {
    outline-offset: 2px;
  }
  .error-summary-title {
    margin-block-end: 0.5em;
    font-size: var(--_large);
  }
  .fault {
    margin-block-start: 0.3em;
    color: var(--_danger);
    font-weight: 600;
  }
  [aria-invalid='true'] {
    border-color: var(--_danger);
    outline-color: var(--_danger);
  }
  .statement {
    display: flex;
    gap: 0.75em;
    margin-block-start: 0.6em;
    padding: 0.75em 1em;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    /* Behind a statement. */
    background: var(--charter-acknowledgement-statement-background, var(--_surface));
  }
  .statement:has(:checked) {
    border-color: var(--_accent);
  }
  .statement:has([aria-invalid='true']) {
    border-color: var(--_danger);
  }
  .statement label {
    flex: 1;
    cursor: pointer;
  }
  [part~='sign-button'] {
    /* Fill of the button that signs. */
    --_fill: var(--charter-acknowledgement-sign-button-background, var(--_accent));
    /* Words of the button that signs. */
    --_ink: var(--charter-acknowledgement-sign-button-color, var(--_on-accent));
  }
  .list {
    padding-inline-start: 1.35em;
  }
  .list > li + li {
    margin-block-start: 0.35em;
  }
  .row.reviewed-title {
    flex-wrap: nowrap;
    justify-content: space-between;
    align-items: baseline;
    padding-block-start: 0.5em;
    border-block-start: 1px solid var(--_line);
  }
  .row.reviewed-title + *,
  [part='review-others'] {
    margin-block-start: 0.5em;
  }
  .row.reviewed-title > button {
    flex: none;
  }
  .reviewed-title > .reviewed-title {
    font-size: var(--_large);
  }
  .reason {
    white-space: pre-line;
  }
  .others {
    margin-block-start: 0.5em;
    list-style: none;
  }
  .others > li + li {
    margin-block-start: 1em;
    padding-block-start: 1em;
    border-block-start: 1px solid var(--_line);
  }
  .others .row {
    margin-block-start: 0.75em;
  }
  summary {
    padding-block: 0.4em;
    color: var(--_accent);
    font-weight: 600;
    cursor: pointer;
  }
  pre {
    max-height: 24em;
    margin: 0.75em 0 0;
    padding: 1em;
    overflow: auto;
    border-radius: var(--_radius);
    background: var(--_raised);
    font-size: 0.85em;
    line-height: 1.5;
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }
  @media print {
    pre {
      max-height: none;
      overflow: visible;
    }
  }
`;
