import { css } from 'lit';

export const viewerStyles = css`
  .root {
    --_measure: var(--charter-measure, 40em);
  }
  .sensor {
    max-width: 48em;
  }
  .body,
  [part='error'] {
    max-width: var(--_measure);
  }
  header {
    margin-block-end: calc(1.75 * var(--_space));
  }
  .summary {
    max-width: 36em;
    font-size: 1.125em;
    text-wrap: pretty;
  }
  [aria-pressed='true'] {
    border-color: currentColor;
    background: var(--_raised);
  }
  .layout {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(1.5 * var(--_space)) calc(3 * var(--_space));
  }
  .wide {
    grid-template-columns: minmax(12em, 16em) minmax(0, 1fr);
    align-items: start;
  }
  summary {
    padding-block: 0.35em;
    font-weight: 650;
    cursor: pointer;
  }
  ::marker {
    color: var(--_accent);
  }
  /* An empty marker: without any, Safari would no longer tell that it is a list. */
  .toc ol {
    list-style: '';
    border-inline-start: 1px solid var(--_line);
  }
  .toc a {
    display: block;
    padding: 0.35em 0.85em;
    color: var(--_muted);
    font-size: 0.925em;
    line-height: 1.4;
    text-decoration: none;
  }
  .toc a:hover,
  .toc a:focus-visible {
    color: var(--_accent);
    text-decoration: underline;
  }
  .body > * + * {
    margin-block-start: calc(2.5 * var(--_space));
  }
  section > * + * {
    margin-block-start: 0.85em;
  }
  section p {
    text-wrap: pretty;
  }
  .plain > p {
    font-size: 1.125em;
    line-height: 1.7;
  }
  .section-title {
    padding-block-start: 0.75em;
    border-block-start: 1px solid var(--_line);
    scroll-margin-block-start: 1em;
  }
  .badge {
    margin-inline-start: 0.35em;
    padding: 0.1em 0.55em;
    border: 1px solid currentColor;
    border-radius: 1em;
    color: var(--_success);
    font-size: 0.7em;
    font-weight: 600;
    white-space: nowrap;
    vertical-align: 0.15em;
  }
  .list,
  .sources {
    padding-inline-start: 1.35em;
  }
  .list > li + li,
  .sources > li + li {
    margin-block-start: 0.4em;
  }
  .reviewed {
    display: inline-block;
  }
  figure {
    padding-block: 0.25em;
    padding-inline-start: 1em;
    border-inline-start: 0.2em solid var(--_line);
  }
  .legal {
    border-color: var(--_accent);
  }
  .legal figcaption {
    font-weight: 600;
    font-size: 0.925em;
  }
  .legal blockquote {
    margin-block-start: 0.25em;
  }
  .practices + .group-title {
    margin-block-start: 1.75em;
  }
  .group-title + .practices {
    margin-block-start: 0.25em;
  }
  .practices {
    list-style: '';
  }
  .practices > li {
    padding-block: 0.65em;
  }
  .practices > li + li {
    border-block-start: 1px solid var(--_line);
  }
  @media screen {
    .wide .toc {
      position: sticky;
      inset-block-start: 1em;
      max-height: calc(100vh - 2em);
      overflow: auto;
    }
  }
  @media print {
    .root {
      font-size: var(--charter-font-size, 11pt);
      line-height: 1.5;
    }
    .layout {
      display: block;
    }
    .body {
      max-width: none;
    }
    .section-title,
    .group-title,
    figcaption {
      break-after: avoid;
    }
    li,
    figure,
    .notice {
      break-inside: avoid;
    }
    p {
      orphans: 3;
      widows: 3;
    }
    a {
      color: inherit;
    }
    .body a[href^='http']::after {
      content: '(' attr(href) ')';
      display: inline-block;
      margin-inline-start: 0.35em;
      font-weight: 400;
      font-size: 0.8em;
      overflow-wrap: anywhere;
    }
  }
`;
