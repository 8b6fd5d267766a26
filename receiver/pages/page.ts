import { createHash } from 'node:crypto';
import { html, raw } from 'hono/html';

export type HTML = ReturnType<typeof html>;

export interface Page {
  readonly status: number;
  /** How it ended, for the colour of the page. */
  readonly tone: 'success' | 'warning' | 'danger';
  /** What happened: the heading of the page, and the beginning of its title. */
  readonly outcome: string;
  /** What the title goes on with. */
  readonly subject: string;
  readonly content: HTML;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** Whether the page has a form, for the receiver itself. */
  readonly hasForm?: boolean;
  /** Address that the browser goes on to at once. */
  readonly next?: string | undefined;
}

/** What a person is answered: a whole page in French, without a script and with nothing to load. */
export async function pageResponse({
  status,
  tone,
  outcome,
  subject,
  content,
  headers,
  hasForm = false,
  next,
}: Page): Promise<Response> {
  const page = await html`<!doctype html>
    <html lang="fr">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        ${next === undefined ? '' : html`<meta http-equiv="refresh" content="0; url=${next}" />`}
        <title>${outcome} – ${subject}</title>
        ${raw(`<style>${styles}</style>`)}
      </head>
      <body>
        <main class="${tone}">
          <h1>${outcome}</h1>
          ${content}
        </main>
      </body>
    </html> `;
  return new Response(page.toString(), {
    status,
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Language': 'fr',
      'Content-Security-Policy': `${policy}; form-action ${hasForm ? "'self'" : "'none'"}`,
      'Cache-Control': 'no-store',
      'X-Content-Type-Options': 'nosniff',
      ...headers,
    },
  });
}

// The browsers that need a page without a script are old ones: no `light-dark()`.
const styles = `
:root {
  color-scheme: light dark;
  --text: #16242b; --muted: #4a5b63; --ground: #f2f5f6; --surface: #fff; --line: #d3dde1; --link: #0b5a6c;
  --success: #17663a; --warning: #7a4a00; --danger: #a1221c;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --text: #e8eef0; --muted: #aebcc2; --ground: #10191d; --surface: #182329; --line: #33434a; --link: #86d3e0;
    --success: #8edbab; --warning: #f0c274; --danger: #ffa69e;
  }
}
.success { --tone: var(--success); }
.warning { --tone: var(--warning); }
.danger { --tone: var(--danger); }
* { box-sizing: border-box; }
body {
  margin: 0;
  padding: clamp(1rem, 5vw, 3rem) clamp(0.75rem, 4vw, 2rem);
  background: var(--ground);
  color: var(--text);
  font: 1.0625rem/1.55 system-ui, sans-serif;
}
main {
  max-width: 42rem;
  margin: 0 auto;
  padding: clamp(1.25rem, 4vw, 2.5rem);
  border: 1px solid var(--line);
  border-top: 0.375rem solid var(--tone);
  border-radius: 0.5rem;
  background: var(--surface);
  overflow-wrap: anywhere;
}
h1 { margin: 0 0 1rem; color: var(--tone); font-size: clamp(1.4rem, 5vw, 1.7rem); line-height: 1.25; overflow-wrap: break-word; }
h2 { margin: 2rem 0 0.5rem; font-size: 1.125rem; line-height: 1.3; }
p { margin: 0 0 1rem; }
main > :last-child { margin-bottom: 0; }
ul { margin: 0 0 1rem; padding-left: 1.25rem; }
li + li { margin-top: 0.5rem; }
dl { margin: 1.5rem 0; border-top: 1px solid var(--line); }
dl > div { display: grid; gap: 0 1.5rem; padding: 0.6rem 0; border-bottom: 1px solid var(--line); }
dt { color: var(--muted); }
dd { margin: 0; }
code { font: 0.9375rem/1.5 ui-monospace, monospace; }
pre { margin: 0; padding: 0.75rem; border: 1px solid var(--line); border-radius: 0.25rem; white-space: pre-wrap; }
pre code { font-size: 0.8125rem; }
summary { padding: 0.25rem 0; cursor: pointer; }
details { margin: 0 0 1.5rem; }
a { color: var(--link); }
button {
  padding: 0.6rem 1.25rem;
  border: 0;
  border-radius: 0.25rem;
  background: var(--link);
  color: var(--surface);
  font: inherit;
  cursor: pointer;
}
.note { color: var(--muted); font-size: 0.9375rem; }
:focus-visible { outline: 0.1875rem solid var(--link); outline-offset: 0.1875rem; border-radius: 0.125rem; }
@media (min-width: 40rem) { dl > div { grid-template-columns: 11rem 1fr; } }
@media print {
  body { padding: 0; background: none; font-size: 11pt; }
  main { max-width: none; padding: 1rem 0; border-width: 0.375rem 0 0; border-radius: 0; }
  dl > div { grid-template-columns: 11rem 1fr; }
  a, details:not([open]) { display: none; }
}
`;

const styleHash = createHash('sha256').update(styles).digest('base64');
const policy = `default-src 'none'; style-src 'sha256-${styleHash}'; base-uri 'none'; frame-ancestors 'none'`;
