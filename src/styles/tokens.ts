import { css } from 'lit';

/**
 * Tokens in three tiers: the palette, the roles made of it, and what a single element adds in its own styles. A token
 * (`--charter-*`) stands once, with its default; the comment before it is its line in the manifest
 * (`build/manifest/css-properties.ts`). `light-dark()` and `Canvas`, the page's own ground, follow its `color-scheme`.
 */
export const tokens = css`
  :host {
    /* Palette: text, and what lines and borders are mixed from. */
    --_neutral: var(--charter-palette-neutral, light-dark(#16242b, #e8eef0));
    /* Palette: the ground, opaque. */
    --_ground: var(--charter-palette-ground, Canvas);
    /* Palette: the institution’s colour, for links and buttons; it has to be readable on the ground. */
    --_primary: var(--charter-palette-primary, light-dark(#0b5a6c, #86d3e0));
    /* Palette: what is done and verified. */
    --_green: var(--charter-palette-success, light-dark(#17663a, #8edbab));
    /* Palette: what waits. */
    --_amber: var(--charter-palette-warning, light-dark(#6f4e00, #f0c274));
    /* Palette: what failed. */
    --_red: var(--charter-palette-danger, light-dark(#a1221c, #ffa69e));

    /* Text. */
    --_text: var(--charter-text-color, var(--_neutral));
    /* Behind everything; may be transparent. */
    --_surface: var(--charter-surface-color, var(--_ground));
    /* Text that comes second. */
    --_muted: var(--charter-muted-text-color, color-mix(in srgb, var(--_text) 76%, var(--_ground)));
    /* Lines between things. */
    --_line: var(--charter-line-color, color-mix(in srgb, var(--_text) 17%, var(--_ground)));
    /* Borders of fields, boxes and buttons. */
    --_control: var(--charter-control-border-color, color-mix(in srgb, var(--_text) 62%, var(--_ground)));
    /* Links, buttons, what is chosen. */
    --_accent: var(--charter-accent-color, var(--_primary));
    /* Text on the accent. */
    --_on-accent: var(--charter-on-accent-color, var(--_ground));
    /* Behind what is set apart or pointed at. */
    --_raised: var(--charter-raised-surface-color, color-mix(in srgb, var(--_surface), var(--_accent) 6%));
    /* Icon and frame of good news. */
    --_success: var(--charter-success-color, var(--_green));
    /* Behind good news. */
    --_success-surface: var(
      --charter-success-surface-color,
      light-dark(oklch(from var(--_success) 0.97 0.02 h), oklch(from var(--_success) 0.25 0.03 h))
    );
    /* Icon and frame of what waits. */
    --_warning: var(--charter-warning-color, var(--_amber));
    /* Behind what waits. */
    --_warning-surface: var(
      --charter-warning-surface-color,
      light-dark(oklch(from var(--_warning) 0.97 0.02 h), oklch(from var(--_warning) 0.25 0.03 h))
    );
    /* Errors: their words, icon and frame. */
    --_danger: var(--charter-danger-color, var(--_red));
    /* Behind errors. */
    --_danger-surface: var(
      --charter-danger-surface-color,
      light-dark(oklch(from var(--_danger) 0.97 0.02 h), oklch(from var(--_danger) 0.25 0.03 h))
    );
    /* The ring around what has the focus. */
    --_focus: var(--charter-focus-color, var(--_accent));
    /* Width of that ring. */
    --_focus-width: var(--charter-focus-width, 3px);
    /* Corners. */
    --_radius: var(--charter-radius, 0.375em);
    /* Space between blocks: every other space is a multiple of it. */
    --_space: var(--charter-space, 1em);
    /* Least height of buttons and fields. */
    --_size: var(--charter-control-size, 2.75em);
    /* Longest line of text. */
    --_measure: var(--charter-measure, 34em);
    /* From one size of title to the next, as in music: 1.2 is a minor third. */
    --_scale: var(--charter-type-scale, 1.2);
    --_large: calc(1em * var(--_scale));
    --_larger: calc(var(--_large) * var(--_scale));
    --_largest: calc(var(--_larger) * var(--_scale));
    /* How long a change of colour under the pointer takes; nothing moves for who asks for less motion. */
    --_motion: var(--charter-motion, 0.15s);
  }
  @media (prefers-contrast: more) {
    :host {
      --_text: var(--charter-text-color, var(--charter-palette-neutral, light-dark(#000, #fff)));
      --_muted: var(--_text);
      --_line: var(--_control);
      --_control: var(--_text);
      --_accent: color-mix(in srgb, var(--charter-accent-color, var(--_primary)), var(--_text) 35%);
      --_focus-width: max(var(--charter-focus-width, 3px), 4px);
    }
  }
  @media (prefers-reduced-motion: reduce) {
    :host {
      --_motion: 0s;
    }
  }
`;
