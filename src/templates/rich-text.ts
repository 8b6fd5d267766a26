import { html } from 'lit';
import type { TemplateResult } from 'lit';
import type { Text } from '../charter/charter.ts';
import { isSafeLink } from '../internal/text-checks.ts';
import { link } from './link.ts';

/** A charter text: a string, or its runs of emphasis and links. */
export function richText(text: Text): unknown {
  return typeof text === 'string' ? text : text.map(renderRun);
}

function renderRun(run: Exclude<Text, string>[number]): string | TemplateResult {
  if (typeof run === 'string') return run;
  if ('strong' in run) return html`<strong>${run.strong}</strong>`;
  if ('em' in run) return html`<em>${run.em}</em>`;
  const { link: href, text } = run as { link: string; text: string };
  return isSafeLink(href) ? link(href, text) : text;
}
