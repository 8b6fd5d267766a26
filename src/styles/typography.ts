import { css } from 'lit';

/** Titles, paragraphs, lists without their margins, links, and words that matter less. */
export const typography = css`
  h1,
  h2,
  h3,
  h4,
  h5,
  h6,
  [role='heading'],
  legend {
    margin: 0;
    padding: 0;
    color: var(--_text);
    /* Typeface of titles. */
    font-family: var(--charter-heading-font-family, inherit);
    /* Weight of titles. */
    font-weight: var(--charter-heading-font-weight, 650);
    line-height: 1.25;
    text-wrap: balance;
  }
  .title {
    font-size: var(--_largest);
  }
  legend {
    font-size: var(--_large);
  }
  p,
  ul,
  ol,
  dl,
  dd,
  figure,
  blockquote,
  fieldset {
    margin: 0;
    padding: 0;
    border: 0;
    min-width: 0;
  }
  a,
  .quiet {
    color: var(--_accent);
    text-decoration: underline;
    text-decoration-thickness: 0.08em;
    text-underline-offset: 0.2em;
  }
  a:hover,
  .quiet:hover {
    text-decoration-thickness: 0.16em;
  }
  .muted {
    color: var(--_muted);
    font-size: 0.925em;
  }
`;
