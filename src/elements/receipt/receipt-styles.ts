import { css } from 'lit';

export const receiptStyles = css`
  .root > * {
    max-width: calc(var(--_measure) + 4em);
  }
  .picker {
    padding: 1.25em 1.5em;
    border: 1.5px dashed var(--_control);
    border-radius: var(--_radius);
  }
  .picker[data-over] {
    border-color: var(--_accent);
    background: var(--_raised);
  }
  .picker label {
    font-weight: 600;
  }
  .picker input {
    margin-block: 0.5em;
    padding: 0;
    border: 0;
    background: none;
  }
  ::file-selector-button {
    min-height: var(--_size);
    margin-inline-end: 0.75em;
  }
  .panel > * + * {
    margin-block-start: calc(1.25 * var(--_space));
  }
  .findings {
    list-style: none;
  }
  .findings > li {
    display: flex;
    gap: 0.75em;
    padding-block: 0.6em;
  }
  .findings > li + li {
    border-block-start: 1px solid var(--_line);
  }
  .statements {
    padding-inline-start: 1.35em;
  }
  @media print {
    dl,
    .findings {
      break-inside: avoid;
    }
  }
`;
