import { groupPractices, selectAudience } from '../../src/charter/audiences.ts';
import type { Block, Charter, Text } from '../../src/charter/charter.ts';

/** The charter as a page written by hand has it, for staff: what the viewer shows, without what it does. */
export function charterHTML(charter: Charter): string {
  const { sections, practices } = selectAudience(charter, 'staff');
  const { title, summary, issuer, version, effectiveFrom, sources = [] } = charter;
  const entries = [
    ...sections,
    { id: '_practices', title: 'Les bonnes pratiques' },
    { id: '_sources', title: 'Sources' },
  ];
  return `<article>
<header><h2>${escape(title)}</h2><p>${text(summary ?? '')}</p>
<p>${escape(issuer?.name ?? '')}</p><p>Version ${version}, en vigueur à compter du ${effectiveFrom}</p></header>
<nav style="float: right; width: 16rem"><ol>${entries.map((entry) => `<li><a href="#${entry.id}">${escape(entry.title)}</a></li>`).join('')}</ol></nav>
${sections.map(({ id, title, body }) => `<section id="${id}"><h3>${escape(title)}</h3>${body.map(block).join('')}</section>`).join('\n')}
<section id="_practices"><h3>Les bonnes pratiques</h3>${[...groupPractices(practices)]
    .map(
      ([group, members]) =>
        `<h4>${escape(group)}</h4><ul>${members
          .map(({ text: what, why }) => `<li><p>${text(what)}</p>${why ? `<p>${text(why)}</p>` : ''}</li>`)
          .join('')}</ul>`,
    )
    .join('\n')}</section>
<section id="_sources"><h3>Sources</h3><ul>${sources
    .map((source) => `<li><a href="${escape(source.href ?? '')}">${escape(source.title)}</a></li>`)
    .join('')}</ul></section>
</article>`;
}

function block(content: Block): string {
  switch (content.type) {
    case 'paragraph':
      return `<p>${text(content.text)}</p>`;
    case 'list':
      return `<ul>${content.items.map((item) => `<li>${text(item)}</li>`).join('')}</ul>`;
    case 'quote':
      return `<figure><blockquote><p>${text(content.text)}</p></blockquote><figcaption>${escape(content.cite ?? '')}</figcaption></figure>`;
    case 'legal-reference':
      return `<figure><figcaption><a href="${escape(content.href ?? '')}">${escape(`${content.code}, art. ${content.article}`)}</a></figcaption><blockquote><p>${text(content.text ?? '')}</p></blockquote></figure>`;
  }
}

function text(content: Text): string {
  if (typeof content === 'string') return escape(content);
  return content
    .map((run) => {
      if (typeof run === 'string') return escape(run);
      if ('strong' in run) return `<strong>${escape(run.strong as string)}</strong>`;
      if ('em' in run) return `<em>${escape(run.em as string)}</em>`;
      const { link, text: words } = run as { link: string; text: string };
      return `<a href="${escape(link)}">${escape(words)}</a>`;
    })
    .join('');
}

export function escape(words: string): string {
  const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
  return words.replace(/[&<>"]/g, (character) => entities[character]!);
}
