import { css } from 'lit';

export const checklistStyles = css`
  .root > * {
    max-width: calc(var(--_measure) + 4em);
  }
  .progress {
    margin-block-end: calc(1.75 * var(--_space));
  }
  .title + .progress {
    margin-block-start: 0.5em;
  }
  fieldset + fieldset,
  .stretch + .stretch {
    margin-block-start: calc(1.75 * var(--_space));
  }
  legend {
    width: 100%;
    padding-block-end: 0.5em;
  }
  /* An empty marker: without any, Safari would no longer tell that it is a list. */
  ul {
    list-style: '';
  }
  li {
    display: flex;
    gap: 0.75em;
    /* Space inside a practice. */
    padding: var(--charter-checklist-practice-padding, 0.8em 0);
    border-block-start: 1px solid var(--_line);
    /* Behind a practice. */
    background: var(--charter-checklist-practice-background, transparent);
  }
  label {
    display: block;
    cursor: pointer;
  }
  :disabled label {
    cursor: default;
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
