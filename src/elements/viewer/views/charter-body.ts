import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import type { Practice, Section } from '../../../charter/charter.ts';
import { changesSince } from '../../../charter/versions.ts';
import { differenceBadge, differencesIn } from '../../../templates/charter-changes.ts';
import type { Difference } from '../../../templates/charter-changes.ts';
import { heading } from '../../../templates/heading.ts';
import { richText } from '../../../templates/rich-text.ts';
import { renderInStretches } from '../../../templates/stretches.ts';
import { renderBlock, renderPractices, renderSources } from './charter-blocks.ts';
import type { CharterView } from './charter-view.ts';
import * as texts from '../texts.ts';

/** What follows the sections. Ids of the document never begin so. */
const practicesId = '_practices';
const sourcesId = '_sources';

/** The entries of the contents list. */
export function contentsOf(view: CharterView): { id: string; title: unknown }[] {
  const { charter, sections, practices } = view;
  return [
    ...sections,
    ...(practices.length > 0 ? [{ id: practicesId, title: practicesTitle(view) }] : []),
    ...(charter.sources?.length ? [{ id: sourcesId, title: sourcesTitle(view) }] : []),
  ];
}

/** What changed, the sections, the practices and the sources. */
export function renderBody(view: CharterView): TemplateResult {
  const { charter, knownVersion, comparison, sections } = view;
  const changes = knownVersion ? changesSince(charter, knownVersion) : undefined;
  // The charter's own notes, where the page does not give the version that the reader knows.
  const differences = differencesIn(
    comparison?.sections ?? { added: changes?.newSections ?? [], changed: [] },
  );
  return html`<div class="body">
    ${
      changes?.history.length || comparison?.isSame === false
        ? renderChanges(changes?.history ?? [], view)
        : nothing
    }
    ${sections.map((section) => renderSection(section, differences.get(section.id), view))}
    ${renderPracticeGroups(view)} ${renderSourceList(view)}
  </div>`;
}

function renderChanges(
  history: ReturnType<typeof changesSince>['history'],
  view: CharterView,
): TemplateResult {
  const { knownVersion, comparison, localize, say } = view;
  const title = texts.changes(localize, knownVersion!);
  return html`<div class="notice stack" part="changes">
    <p><strong>${say(title)}</strong></p>
    <ul class="list">
      ${history.map(({ version, changes }) => html`<li>${version} – ${richText(changes)}</li>`)}
    </ul>
    ${comparison ? comparison.render({ ...view, comparison }) : nothing}
  </div>`;
}

function renderSection(
  section: Section,
  difference: Difference | undefined,
  view: CharterView,
): TemplateResult {
  const { charter, level, isPlain, localize, say } = view;
  const badge = differenceBadge(difference, localize, say);
  const plain = isPlain && section.plain?.length ? section.plain : undefined;
  return html`<section id=${section.id} class=${plain ? 'plain' : ''} part="section">
    ${heading(level + 1, difference ? [section.title, badge] : section.title, {
      name: 'section-title',
      focusable: true,
    })}
    ${
      plain?.map((text) => html`<p>${richText(text)}</p>`) ??
      section.body.map((block) => renderBlock(block, charter.locale))
    }
    <span class="end"></span>
  </section>`;
}

function renderPracticeGroups(view: CharterView): TemplateResult | typeof nothing {
  const { charter, audience, practices, level, comparison, localize, say } = view;
  if (practices.length === 0) return nothing;
  const differences = differencesIn(comparison?.practices ?? { added: [], changed: [] });
  const mark = ({ id }: Practice): unknown => differenceBadge(differences.get(id), localize, say);
  return html`<section id=${practicesId} part="section">
    ${heading(level + 1, practicesTitle(view), { name: 'section-title', focusable: true })}
    ${
      // There may be many: without marks, whose words follow the language, nothing but these changes the list.
      guard([charter, audience, level, comparison && {}], () =>
        renderInStretches(
          practices,
          (group, members) =>
            html`${group ? heading(level + 2, group, { name: 'group-title' }) : nothing}
            ${renderPractices(members, mark)}`,
        ),
      )
    }
  </section>`;
}

function renderSourceList(view: CharterView): TemplateResult | typeof nothing {
  const { charter, level, localize, say } = view;
  if (!charter.sources?.length) return nothing;
  return html`<section id=${sourcesId} part="section">
    ${heading(level + 1, sourcesTitle(view), { name: 'section-title', focusable: true })}
    ${renderSources(charter.sources, (date) => say(texts.reviewedOn(localize, localize.date(date))))}
  </section>`;
}

function practicesTitle({ localize, say }: CharterView): unknown {
  return say(texts.practices(localize));
}

function sourcesTitle({ localize, say }: CharterView): unknown {
  return say(texts.sources(localize));
}
