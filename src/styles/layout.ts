import { css } from 'lit';

/**
 * Rows, stacks, icons, parts of long lists, and what is for the ear or the screen alone. It comes after the others of
 * `element-styles.ts`, and before an element's own: what is not printed is in rows and lists of theirs.
 */
export const layout = css`
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
  .row > .tone + * {
    flex: 1;
    min-width: 0;
  }
  @media (max-width: 30em) {
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
    .no-print {
      display: none;
    }
  }
`;
