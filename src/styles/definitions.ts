import { css } from 'lit';

/** A list of details: what each is, then its value; and the frame that makes a receipt of it. */
export const definitionStyles = css`
  dl {
    display: grid;
    grid-template-columns: fit-content(40%) 1fr;
    gap: 0.5em 1.5em;
  }
  @media (max-width: 30em) {
    dl:not(.fields) {
      grid-template-columns: minmax(0, 1fr);
      gap: 0;
    }
    dd + dt {
      margin-block-start: 0.6em;
    }
  }
  .receipt {
    /* Space inside the frame of a receipt. */
    padding: var(--charter-receipt-padding, 1.25em 1.5em);
    /* Frame of a receipt. */
    border: var(--charter-receipt-border, 1px solid var(--_line));
    border-radius: var(--_radius);
    /* Behind a receipt. */
    background: var(--charter-receipt-background, transparent);
  }
  dt {
    color: var(--_muted);
  }
  dd {
    min-width: 0;
    overflow-wrap: anywhere;
  }
  code {
    font-size: 0.9em;
    overflow-wrap: anywhere;
  }
  @media print {
    .receipt {
      padding: 0;
      border: 0;
    }
  }
`;
