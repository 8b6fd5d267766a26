import { css } from 'lit';

/** The element itself, and the ground and the text that it brings along where a page sets none. */
export const host = css`
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
    /* Typeface of text. */
    font-family: var(--charter-font-family, inherit);
    /* Size of text: every other size, and most spaces, follow. */
    font-size: var(--charter-font-size, inherit);
    /* Height of a line of text. */
    line-height: var(--charter-line-height, 1.6);
    text-align: start;
    text-transform: none;
    white-space: normal;
    overflow-wrap: break-word;
  }
  @media print {
    :host,
    .root {
      color-scheme: light;
    }
  }
`;
