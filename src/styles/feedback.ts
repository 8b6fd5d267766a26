import { css } from 'lit';

/** Notices, tones that never stand alone, and what is on its way. */
export const feedback = css`
  .notice {
    padding: 1em 1.25em;
    border: 1px solid color-mix(in srgb, var(--_tone, var(--_accent)) 30%, transparent);
    border-radius: var(--_radius);
    background: var(--_tone-surface, var(--_raised));
  }
  .success {
    --_tone: var(--_success);
    --_tone-surface: var(--_success-surface);
  }
  .warning {
    --_tone: var(--_warning);
    --_tone-surface: var(--_warning-surface);
  }
  .danger {
    --_tone: var(--_danger);
    --_tone-surface: var(--_danger-surface);
  }
  .tone {
    display: flex;
    color: var(--_tone);
  }
  .loading::before {
    content: '';
    display: inline-block;
    width: 1em;
    height: 1em;
    margin-inline-end: 0.6em;
    border: 2px solid var(--_line);
    border-block-start-color: var(--_accent);
    border-radius: 50%;
    vertical-align: -0.15em;
    animation: turn 1s linear infinite;
  }
  @keyframes turn {
    to {
      rotate: 1turn;
    }
  }
  @media (prefers-contrast: more) {
    .notice {
      border-color: var(--_tone, var(--_accent));
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .loading::before {
      animation: none;
    }
  }
`;
