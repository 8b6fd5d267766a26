import { css } from 'lit';

/** How far somebody got, in words and as a bar. */
export const progress = css`
  .progress {
    display: grid;
    gap: 0.5em;
    font-variant-numeric: tabular-nums;
  }
  progress {
    width: 100%;
    height: 0.5em;
    border: 0;
    border-radius: 1em;
    background: var(--_line);
    color: var(--_accent);
    overflow: hidden;
    appearance: none;
  }
  progress::-webkit-progress-bar {
    background: none;
  }
  progress::-webkit-progress-value {
    background: var(--_accent);
  }
  progress::-moz-progress-bar {
    background: var(--_accent);
  }
  @media (forced-colors: active) {
    progress {
      border: 1px solid CanvasText;
      background: Canvas;
      forced-color-adjust: none;
    }
    progress::-webkit-progress-value {
      background: Highlight;
    }
    progress::-moz-progress-bar {
      background: Highlight;
    }
  }
`;
