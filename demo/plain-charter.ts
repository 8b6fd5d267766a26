import { html } from 'hono/html';
import { groupPractices, selectAudience } from '../src/charter/index.ts';
import type { Block, Charter, Text } from '../src/charter/index.ts';

type Markup = ReturnType<typeof html>;

/** The charter as one page without script or style: read, printed and signed where JavaScript does not run. */
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
          <h2 id="signer">Signer</h2>
          ${signingForm(charter)}
        </main>
      </body>
    </html>`;
}

/** Its controls are named by the paths of the signature record. */
function signingForm({ id, version, locale, statements = [] }: Charter): Markup {
  return html`<form method="post" action="/api/signatures">
    <input type="hidden" name="charter.id" value="${id}" />
    <input type="hidden" name="charter.version" value="${version}" />
    <input type="hidden" name="charter.locale" value="${locale}" />
    <p>
      <label
        >Nom et prénom<br /><input name="signer.name" autocomplete="name" required maxlength="200"
      /></label>
    </p>
    <p>
      <label>Service<br /><input name="signer.department" maxlength="200" /></label>
    </p>
    ${statements.map(
      (statement) =>
        html`<p>
          <label
            ><input
              type="checkbox"
              name="statements"
              value="${statement.id}"
              ${statement.required === false ? '' : 'required'}
            />
            ${statement.text}</label
          >
        </p>`,
    )}
    <p><button>Signer la charte</button></p>
  </form>`;
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
