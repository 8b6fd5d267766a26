import { css } from 'lit';

export const viewerStyles = css`
  .layout {
    /* What the contents list and the title of a section keep free under the top of the window, for a page’s fixed header. */
    --_top: var(--charter-viewer-top, 1em);
  }
  .sensor {
    max-width: 46em;
  }
  .body,
  [part='error'] {
    max-width: var(--_measure);
  }
  header {
    margin-block-end: calc(1.75 * var(--_space));
  }
  .summary {
    max-width: calc(var(--_measure) / 1.125);
    font-size: 1.125em;
    text-wrap: pretty;
  }
  [aria-pressed='true'] {
    border-color: var(--_accent);
    background: var(--_raised);
  }
  .layout {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(1.5 * var(--_space)) calc(2.5 * var(--_space));
  }
  .wide {
    /* Widest contents list, where it stands beside the text. */
    grid-template-columns: minmax(11em, var(--charter-viewer-toc-width, 13em)) minmax(0, 1fr);
    align-items: start;
  }
  .layout:not(.wide) .toc {
    max-width: var(--_measure);
    padding: 0.35em 1em;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
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
  .layout:not(.wide) ol {
    border: 0;
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
  /* Inside its line: the list scrolls, and would cut the ring off. */
  .toc :focus-visible {
    outline-offset: calc(-1 * var(--_focus-width));
  }
  .body > * + * {
    /* Space between sections. */
    margin-block-start: var(--charter-viewer-section-space, calc(2.5 * var(--_space)));
  }
  section > * + *,
  .stretch > * {
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
    font-size: var(--_larger);
    padding-block-start: 0.9em;
    border-block-start: 1px solid var(--_line);
    scroll-margin-block-start: var(--_top);
  }
  .body > section:first-child > .section-title {
    padding: 0;
    border: 0;
  }
  .badge {
    display: inline-block;
    margin-inline-start: 0.35em;
    padding: 0.1em 0.55em;
    border: 1px solid currentColor;
    border-radius: 1em;
    color: var(--_success);
    font-size: 0.65em;
    font-weight: 600;
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
    padding: 0.9em 1.1em;
    border: 0;
    border-radius: var(--_radius);
    /* Behind a legal reference. */
    background: var(--charter-viewer-reference-background, var(--_raised));
  }
  .legal figcaption {
    font-weight: 600;
  }
  .legal blockquote {
    margin-block-start: 0.25em;
  }
  section > .stretch {
    margin: 0;
  }
  .group-title {
    font-size: var(--_large);
  }
  .practices + .group-title,
  .stretch + .stretch > .group-title {
    margin-block-start: 1.75em;
  }
  .group-title + .practices {
    margin-block-start: 0.25em;
  }
  .practices {
    list-style: '';
  }
  .practices > li {
    /* Space inside a practice. */
    padding: var(--charter-viewer-practice-padding, 0.75em 0);
  }
  .practices > li + li {
    border-block-start: 1px solid var(--_line);
  }
  @media screen {
    .wide .toc {
      position: sticky;
      inset-block-start: var(--_top);
      max-height: calc(100vh - var(--_top) - 1em);
      overflow: auto;
    }
  }
  @media print {
    .root {
      font-size: 10.5pt;
      line-height: 1.45;
    }
    .body > * + * {
      margin-block-start: 1.75em;
    }
    .layout {
      display: block;
    }
    .summary,
    .body {
      max-width: none;
    }
    .legal {
      padding-block: 0.25em;
      border-inline-start: 2pt solid var(--_accent);
      border-radius: 0;
      background: none;
    }
    .section-title,
    .group-title,
    figcaption {
      break-after: avoid;
    }
    ul > :first-child,
    li:nth-last-child(2) {
      break-after: avoid;
    }
    li,
    figure,
    .notice,
    header {
      break-inside: avoid;
    }
    p {
      orphans: 3;
      widows: 3;
    }
    a {
      color: inherit;
      text-decoration: none;
    }
    a[data-address]::after {
      content: '(' attr(data-address) ')';
      margin-inline-start: 0.35em;
      font-weight: 400;
      font-size: 0.8em;
      overflow-wrap: anywhere;
      unicode-bidi: isolate;
    }
  }
`;
