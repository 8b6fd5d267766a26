import { css } from 'lit';

export const checklistStyles = css`
  .root > * {
    max-width: 44em;
  }
  .progress {
    margin-block-end: calc(1.5 * var(--_space));
    display: grid;
    gap: 0.5em;
  }
  .title + .progress {
    margin-block-start: 0.5em;
  }
  .groups > * + * {
    margin-block-start: calc(1.75 * var(--_space));
  }
  legend {
    width: 100%;
    padding-block-end: 0.4em;
    border-block-end: 1px solid var(--_line);
  }
  /* An empty marker: without any, Safari would no longer tell that it is a list. */
  ul {
    list-style: '';
  }
  li {
    display: flex;
    gap: 0.75em;
    padding-block: 0.7em;
  }
  li + li {
    border-block-start: 1px solid var(--_line);
  }
  label {
    display: block;
    cursor: pointer;
  }
  .text {
    flex: 1;
    min-width: 0;
  }
  .clear {
    margin-block-start: var(--_space);
  }
  @media print {
    legend {
      break-after: avoid;
    }
    li {
      break-inside: avoid;
    }
  }
`;
