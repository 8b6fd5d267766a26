import { html } from 'hono/html';
import { groupPractices, selectAudience } from '../src/charter/index.ts';
import type { Block, Charter, Text } from '../src/charter/index.ts';

type Markup = ReturnType<typeof html>;

/** The charter as one page without script or style: what people read and print where JavaScript does not run. */
export function plainCharter(charter: Charter): Markup {
  const { sections, practices } = selectAudience(charter, 'staff');
  return html`<!doctype html>
    <html lang="${charter.locale}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${charter.title}</title>
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
      </head>
      <body>
        <main>
          <h1>${charter.title}</h1>
          ${charter.summary && html`<p>${rich(charter.summary)}</p>`}
          <p>Version ${charter.version}. <a href="/">Revenir à l’intranet</a></p>
          ${sections.map(
            ({ id, title, body }) =>
              html`<h2 id="${id}">${title}</h2>
                ${body.map(block)}`,
          )}
          <h2 id="bonnes-pratiques">Les bonnes pratiques</h2>
          ${[...groupPractices(practices)].map(
            ([group, members]) => html`
              ${group && html`<h3>${group}</h3>`}
              <ul>
                ${members.map(({ text, why }) => html`<li>${rich(text)} ${why && html`<br />${rich(why)}`}</li>`)}
              </ul>
            `,
          )}
          <h2>Signature</h2>
          ${charter.statements?.map(({ text }) => html`<p>${text}</p>`)}
          <p>Nom et prénom :</p>
          <p>Service :</p>
          <p>Date et signature :</p>
        </main>
      </body>
    </html>`;
}

function block(part: Block): Markup {
  switch (part.type) {
    case 'paragraph':
      return html`<p>${rich(part.text)}</p>`;
    case 'list':
      return html`<ul>
        ${part.items.map((item) => html`<li>${rich(item)}</li>`)}
      </ul>`;
    case 'quote':
      return html`<blockquote><p>${rich(part.text)}</p></blockquote>
        ${part.cite && html`<p>${part.cite}</p>`}`;
    case 'legal-reference': {
      const name = `${part.code}, art. ${part.article}`;
      return html`<p>${part.href ? html`<a href="${part.href}">${name}</a>` : name}</p>
        ${part.text && html`<blockquote><p>« ${rich(part.text)} »</p></blockquote>`}`;
    }
  }
}

function rich(text: Text): unknown {
  if (typeof text === 'string') return text;
  return text.map((run) => {
    if (typeof run === 'string') return run;
    if ('strong' in run) return html`<strong>${run.strong}</strong>`;
    if ('em' in run) return html`<em>${run.em}</em>`;
    return html`<a href="${run.link}">${run.text}</a>`;
  });
}
