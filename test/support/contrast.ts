type Colour = readonly [red: number, green: number, blue: number, alpha: number];

const context = document.createElement('canvas').getContext('2d', { willReadFrequently: true })!;

/** Reading a pixel back is slow, and a page has few colours. */
const known = new Map<string, Colour>();

/** A computed colour, in any notation, as an engine paints it. */
function painted(colour: string): Colour {
  const found = known.get(colour) ?? paint(colour);
  // What a keyword such as Canvas stands for depends on the colour scheme.
  if (colour.includes('(')) known.set(colour, found);
  return found;
}

function paint(colour: string): Colour {
  context.clearRect(0, 0, 1, 1);
  context.fillStyle = colour;
  context.fillRect(0, 0, 1, 1);
  const [red, green, blue, alpha] = context.getImageData(0, 0, 1, 1).data;
  return [red!, green!, blue!, alpha! / 255];
}

/** Relative luminance (WCAG 2.2), of an opaque colour. */
function luminance([red, green, blue]: Colour): number {
  const [r, g, b] = [red, green, blue].map((channel) => {
    const value = channel / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
}

/** Contrast ratio of two computed colours, from 1 to 21. */
export function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(painted(one)), luminance(painted(other))].sort((a, b) => b - a);
  return (light! + 0.05) / (dark! + 0.05);
}

/** The colour behind an element: its parent's background, or the next that is opaque. */
export function groundOf(element: Element): string {
  const parent = flatParentOf(element);
  return parent ? backgroundOf(parent) : 'Canvas';
}

/** The colour behind the text of an element: its background, or the next that is opaque. */
export function backgroundOf(element: Element): string {
  for (let node: Element | null = element; node; node = flatParentOf(node)) {
    const { backgroundColor } = getComputedStyle(node);
    if (painted(backgroundColor)[3] === 1) return backgroundColor;
  }
  return 'Canvas';
}

/** The element around another on screen. */
export function flatParentOf(element: Element): Element | null {
  const parent = element.assignedSlot ?? element.parentNode;
  if (parent instanceof ShadowRoot) return parent.host;
  return parent instanceof Element ? parent : null;
}
