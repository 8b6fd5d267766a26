import { css } from 'lit';

/**
 * Tokens in three tiers: the palette and the roles are here, with what a page may set (`--charter-*`) and the default of
 * each; an element's own tokens stand in its styles. `light-dark()` and `Canvas`, the page's own ground, follow its
 * `color-scheme`.
 */
export const tokens = css`
  :host {
    --_text: var(--charter-text-color, light-dark(#16242b, #e8eef0));
    --_muted: var(--charter-muted-text-color, light-dark(#4a5b63, #aebcc2));
    --_surface: var(--charter-surface-color, Canvas);
    --_raised: var(--charter-raised-surface-color, color-mix(in srgb, var(--_surface), var(--_accent) 7%));
    --_line: var(--charter-line-color, light-dark(#d3dde1, #33434a));
    --_control: var(--charter-control-border-color, light-dark(#6b7d85, #84969e));
    --_accent: var(--charter-accent-color, light-dark(#0b5a6c, #86d3e0));
    --_on-accent: var(--charter-on-accent-color, light-dark(#ffffff, #06242c));
    --_success: var(--charter-success-color, light-dark(#17663a, #8edbab));
    --_success-surface: var(--charter-success-surface-color, light-dark(#edf7f0, #12281b));
    --_warning: var(--charter-warning-color, light-dark(#7a4a00, #f0c274));
    --_warning-surface: var(--charter-warning-surface-color, light-dark(#fdf5e6, #2c2210));
    --_danger: var(--charter-danger-color, light-dark(#a1221c, #ffa69e));
    --_danger-surface: var(--charter-danger-surface-color, light-dark(#fdf0ef, #331817));
    --_focus: var(--charter-focus-color, light-dark(#0b5a6c, #86d3e0));
    --_radius: var(--charter-radius, 0.375em);
    --_space: var(--charter-space, 1em);
  }
`;
