import { css } from 'lit';

/**
 * The choice of network stands beside the open one where there is room, above it elsewhere: the width of the element
 * decides, not the page's, so that a narrow web part of an intranet is served as well as a phone.
 */
export const walkthroughStyles = css`
  .intro,
  .network > * {
    max-width: calc(var(--_measure) + 2em);
  }
  .remember {
    display: inline-flex;
    align-items: center;
    gap: 0.6em;
    min-height: 2.5em;
    cursor: pointer;
  }
  .network-title {
    font-size: var(--_larger);
  }
  .step-title,
  .closing-title,
  .networks-title {
    font-size: var(--_large);
  }
  p {
    text-wrap: pretty;
  }
  /* A paragraph in another script starts on its own side. */
  p > .data {
    display: block;
  }
  .layout {
    display: flex;
    flex-wrap: wrap;
    align-items: flex-start;
    gap: calc(2 * var(--_space)) calc(2.5 * var(--_space));
    margin-block: calc(1.75 * var(--_space));
  }
  .networks {
    /* Width of the choice of network, where it stands beside the open one. */
    flex: 1 1 var(--charter-walkthrough-networks-width, 13em);
    min-width: 0;
    container-type: inline-size;
  }
  .networks ul {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 8em), 1fr));
    gap: 0.5em;
    margin-block-start: 0.85em;
    list-style: none;
  }
  /* Buttons of a row are as high as the tallest, without a height that text spacing could burst. */
  .networks li {
    display: grid;
  }
  .networks button {
    flex-wrap: wrap;
    align-content: center;
    justify-content: space-between;
    gap: 0 0.75em;
    border-color: var(--_line);
    color: var(--_text);
    text-align: start;
  }
  /* In columns, every count stands under its name. */
  @container (min-width: 16em) {
    .networks button {
      flex-direction: column;
      align-items: flex-start;
    }
  }
  .networks [aria-current] {
    border-color: var(--_accent);
    background: var(--_raised);
    box-shadow: inset 0 0 0 1px var(--_accent);
  }
  .networks .muted {
    font-weight: 400;
    font-variant-numeric: tabular-nums;
  }
  .network {
    flex: 999 1 26em;
    min-width: 0;
  }
  #count {
    display: flex;
    gap: 0.5em;
  }
  .step-title .icon {
    vertical-align: -0.2em;
  }
  legend {
    font-size: 1em;
  }
  .choices {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em;
    margin-block-start: 0.5em;
  }
  .choice {
    display: inline-flex;
    align-items: center;
    gap: 0.45em;
    padding-block: 0.35em;
    padding-inline: 0.45em 0.75em;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    line-height: 1.3;
    cursor: pointer;
  }
  .choice:hover {
    border-color: var(--_control);
  }
  /* The radio button tells the choice by itself; the frame only helps the eye. */
  .choice:has(:checked) {
    border-color: var(--_accent);
    background: var(--_raised);
  }
  .instance label {
    font-weight: 650;
  }
  .instance input {
    max-width: 24em;
    margin-block: 0.4em;
  }
  .steps {
    margin-block-start: calc(1.5 * var(--_space));
    padding-inline-start: 1.75em;
  }
  .step {
    /* Space inside a setting. */
    padding: var(--charter-walkthrough-step-padding, calc(1.75 * var(--_space)) 0);
    border-block-start: 1px solid var(--_line);
  }
  .step::marker {
    color: var(--_accent);
    font-weight: 650;
    font-variant-numeric: tabular-nums;
  }
  .step > * + * {
    margin-block-start: 0.85em;
  }
  .step > .step-title + * {
    margin-block-start: 0.35em;
  }
  .step-title .icon {
    color: var(--_muted);
  }
  .settled > .step-title .icon {
    color: var(--_success);
  }
  .facts {
    padding: 0.9em 1.1em;
    border-radius: var(--_radius);
    /* Behind the place, the name and the advised value of a setting. */
    background: var(--charter-walkthrough-facts-background, var(--_raised));
  }
  .facts > div {
    display: flex;
    flex-wrap: wrap;
    gap: 0 1em;
  }
  .facts > div + div {
    margin-block-start: 0.4em;
  }
  dt {
    flex: 0 0 8.5em;
    color: var(--_muted);
  }
  [part='recommended'] {
    font-weight: 650;
  }
  dd {
    flex: 1 1 14em;
    min-width: 0;
  }
  /* A path reads as a line; it stays a list, so that it can be walked through by ear. */
  .path {
    display: inline;
    list-style: none;
  }
  .path li {
    display: inline;
  }
  .path li + li::before {
    /* The first is for engines that know no alternative text. */
    content: '\\a0› ';
    content: '\\a0› ' / '';
    color: var(--_muted);
  }
  .open {
    display: inline-flex;
    gap: 0.5em;
    padding-block: 0.15em;
    line-height: 1.4;
  }
  .open strong {
    font-weight: 600;
  }
  .open .icon {
    margin-block-start: 0.075em;
  }
  .step > .muted + .muted {
    margin-block-start: 0.25em;
  }
  summary {
    padding-block: 0.75em;
    border-block-start: 1px solid var(--_line);
    font-weight: 650;
    cursor: pointer;
  }
  .network > .notice {
    margin-block-start: calc(1.5 * var(--_space));
  }
  [part='error'] .row {
    flex-wrap: nowrap;
  }
  .links {
    list-style: none;
  }
  .links a {
    display: inline-block;
    padding-block: 0.2em;
  }
  @media print {
    .network > * {
      max-width: none;
    }
    /* Only when this element asked to print: the page's own printing shows everything. */
    .printing .settled,
    .printing [part='closing'] {
      display: none;
    }
    .step {
      break-inside: avoid;
    }
  }
  @media (forced-colors: active) {
    .networks [aria-current],
    .choice:has(:checked) {
      border: 2px solid Highlight;
    }
  }
`;
