import { css } from 'lit';

export const acknowledgementStyles = css`
  .root > * {
    max-width: 44em;
  }
  form > * + *,
  .panel > * + * {
    margin-block-start: calc(1.5 * var(--_space));
  }
  .fields {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 16em), 1fr));
    gap: 1em 1.25em;
    margin-block-start: 0.75em;
  }
  .field > label {
    display: block;
    margin-block-end: 0.3em;
    font-weight: 600;
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
    padding-block: 0.6em;
  }
  .statement + .fault {
    margin-block-start: -0.35em;
    padding-inline-start: 2.25em;
  }
  .statement label {
    cursor: pointer;
  }
  .list {
    padding-inline-start: 1.35em;
  }
  .list > li + li {
    margin-block-start: 0.35em;
  }
  summary {
    padding-block: 0.4em;
    color: var(--_accent);
    font-weight: 600;
    cursor: pointer;
  }
  pre {
    max-height: 24em;
    margin: 0;
    padding: 1em;
    overflow: auto;
    border-radius: var(--_radius);
    background: var(--_raised);
    font-size: 0.85em;
    line-height: 1.5;
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }
  .result-title {
    font-size: 1.3em;
  }
  .receipt {
    padding: 1.25em;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }
  @media print {
    pre {
      max-height: none;
      overflow: visible;
    }
    .receipt {
      border: 0;
      padding: 0;
    }
  }
`;
