import { css } from 'lit';

export const receiptStyles = css`
  .root > * {
    max-width: 44em;
  }
  .picker {
    padding: 1.25em;
    border: 2px dashed var(--_control);
    border-radius: var(--_radius);
  }
  .picker[data-over] {
    border-color: var(--_accent);
    background: var(--_raised);
  }
  .picker label {
    display: block;
    margin-block-end: 0.4em;
    font-weight: 600;
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
    padding-block: 0.5em;
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
