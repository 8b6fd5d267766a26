import { css } from 'lit';

/** The warning before a shared device is wiped. */
export const sharedDeviceStyles = css`
  .idle-warning {
    max-width: min(30em, 100% - 2em);
    padding: 1.5em;
    border: 2px solid var(--_warning);
    border-radius: var(--_radius);
    background: var(--_ground);
    box-shadow: 0 0.5em 2em rgb(0 0 0 / 30%);
  }
  .idle-warning::backdrop {
    background: rgb(0 0 0 / 45%);
  }
  .idle-warning .tone {
    --_tone: var(--_warning);
  }
  .idle-title,
  .erased-title {
    font-size: var(--_large);
  }
  .idle-warning [role='timer'] {
    font-variant-numeric: tabular-nums;
  }
  @media print {
    .idle-warning {
      display: none;
    }
  }
`;
