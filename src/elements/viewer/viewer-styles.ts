import { css } from 'lit';

export const viewerStyles = css`
  .layout {
    display: flex;
    flex-wrap: wrap;
    align-items: flex-start;
    gap: calc(2 * var(--_space)) calc(2.5 * var(--_space));
  }
  .toc {
    flex: 1 1 14em;
    min-width: 0;
    max-width: 18em;
  }
  .body {
    flex: 999 1 26em;
    min-width: 0;
    max-width: var(--charter-measure, 44em);
  }
  .body > * + * {
    margin-block-start: calc(2.25 * var(--_space));
  }
  header {
    margin-block-end: calc(1.75 * var(--_space));
  }
  .summary {
    max-width: 38em;
    font-size: 1.125em;
  }
  .toc summary {
    padding-block: 0.35em;
    font-weight: 650;
    cursor: pointer;
  }
  .toc ol {
    list-style: none;
    border-inline-start: 1px solid var(--_line);
  }
  .toc a {
    display: block;
    padding: 0.3em 0.85em;
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
  section > * + * {
    margin-block-start: 0.85em;
  }
  .section-title {
    padding-block-start: 0.75em;
    border-block-start: 1px solid var(--_line);
    scroll-margin-block-start: 1em;
  }
  .badge {
    margin-inline-start: 0.5em;
    padding: 0.1em 0.55em;
    border: 1px solid currentColor;
    border-radius: 1em;
    color: var(--_success);
    font-size: 0.7em;
    font-weight: 600;
    white-space: nowrap;
    vertical-align: 0.15em;
  }
  .list {
    padding-inline-start: 1.35em;
  }
  .list > li + li {
    margin-block-start: 0.4em;
  }
  .list ::marker {
    color: var(--_accent);
  }
  .quote {
    padding-inline-start: 1em;
    border-inline-start: 0.2em solid var(--_line);
  }
  .legal {
    padding: 0.85em 1.1em;
    border-radius: var(--_radius);
    background: var(--_raised);
  }
  .legal figcaption {
    font-weight: 600;
    font-size: 0.925em;
  }
  .legal blockquote {
    margin-block-start: 0.4em;
  }
  .practices {
    list-style: none;
  }
  .practices > li {
    padding-block: 0.6em;
  }
  .practices > li + li {
    border-block-start: 1px solid var(--_line);
  }
  .sources {
    padding-inline-start: 1.2em;
  }
  @media screen {
    .toc[data-wide] {
      position: sticky;
      inset-block-start: 1em;
      max-block-size: calc(100vh - 2em);
      overflow: auto;
    }
  }
  @media print {
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
      content: ' (' attr(href) ')';
      font-size: 0.8em;
      overflow-wrap: anywhere;
    }
  }
`;
