import { css } from 'lit';

/** A list of details: what each is, then its value. */
export const definitionStyles = css`
  dl {
    display: grid;
    grid-template-columns: fit-content(40%) 1fr;
    gap: 0.4em 1.25em;
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
`;
