import { showSession } from './session.ts';

/** The answer of `GET /api/coverage`. */
interface Coverage {
  readonly version: string;
  /** People that a group has at least to be shown. */
  readonly threshold: number;
  /** Left out where they are too few. */
  readonly total?: Count;
  readonly departments: readonly (Count & { readonly department: string | null })[];
  readonly others?: Count;
}

interface Count {
  readonly accepted: number;
}

const result = document.querySelector<HTMLElement>('#result')!;
const status = document.querySelector<HTMLElement>('#status')!;
const refresh = document.querySelector<HTMLButtonElement>('#refresh')!;
const count = new Intl.NumberFormat('fr-FR');
const byName = new Intl.Collator('fr');
const time = new Intl.DateTimeFormat('fr-FR', { timeStyle: 'short' });

refresh.hidden = false;
refresh.addEventListener('click', () => void showCoverage());
void showSession();
void showCoverage();

async function showCoverage(): Promise<void> {
  if (refresh.ariaDisabled === 'true') return;
  // Not `disabled`, which would drop the focus.
  refresh.ariaDisabled = 'true';
  result.ariaBusy = 'true';
  status.textContent = 'Décompte en cours…';
  try {
    const coverage = await loadCoverage();
    result.replaceChildren(render(coverage));
    status.textContent = `Version ${coverage.version}, décompte de ${time.format(new Date()).replace(':', ' h ')}`;
  } catch (error) {
    console.warn(error);
    result.replaceChildren(renderFailure());
    status.textContent = 'Le décompte n’a pas pu être fait.';
  }
  result.ariaBusy = null;
  refresh.ariaDisabled = null;
}

async function loadCoverage(): Promise<Coverage> {
  const response = await fetch('/api/coverage?charter=social-media', {
    headers: { Accept: 'application/json' },
    signal: AbortSignal.timeout(10_000),
  });
  if (!response.ok) throw new Error(`/api/coverage answered ${response.status}`);
  return (await response.json()) as Coverage;
}

function render(coverage: Coverage): HTMLElement {
  const { total, threshold } = coverage;
  if (!total)
    return renderMessage(
      'Trop peu de signatures pour les compter',
      `Le décompte apparaît à partir de ${threshold} signatures, pour que personne ne s’y reconnaisse.`,
    );
  return total.accepted > 0 ? renderTable(coverage, total) : renderEmpty();
}

function renderTable({ departments, others, threshold }: Coverage, total: Count): HTMLTableElement {
  const most = Math.max(...departments.map(({ accepted }) => accepted), 1);
  const rows = departments
    .toSorted((a, b) => b.accepted - a.accepted || byName.compare(a.department ?? '', b.department ?? ''))
    .map(({ department, ...counts }) => {
      const row = renderRow(department ?? 'Service non précisé', counts);
      if (counts.accepted > 0) row.cells[0]!.append(renderShare(counts.accepted / most));
      return row;
    });
  const table = document.createElement('table');
  table.createCaption().textContent =
    'Les services sont classés par nombre de signatures ; la barre les compare au premier. ' +
    `Ceux de moins de ${threshold} signatures sont comptés ensemble.`;
  const head = table.createTHead().insertRow();
  head.append(
    cell('th', 'Service', { scope: 'col' }),
    cell('th', 'Signatures', { scope: 'col', className: 'number' }),
  );
  if (others) rows.push(renderRow('Autres services', others));
  table.createTBody().append(...rows);
  table.createTFoot().append(renderRow('Ensemble', total));
  return table;
}

function renderRow(name: string, { accepted }: Count): HTMLTableRowElement {
  const row = document.createElement('tr');
  row.append(cell('th', name, { scope: 'row' }), cell('td', count.format(accepted), { className: 'number' }));
  return row;
}

function cell(
  tag: 'th' | 'td',
  text: string,
  properties: Partial<HTMLTableCellElement>,
): HTMLTableCellElement {
  return Object.assign(document.createElement(tag), properties, { textContent: text });
}

/** A bar for the eye; the number beside it says the same. */
function renderShare(share: number): HTMLElement {
  const bar = document.createElement('span');
  bar.className = 'share';
  bar.style.setProperty('--share', `${share * 100}%`);
  return bar;
}

function renderEmpty(): HTMLElement {
  return renderMessage('Personne n’a encore signé', 'La première signature apparaîtra ici.');
}

function renderFailure(): HTMLElement {
  const message = renderMessage(
    'Le décompte n’est pas disponible',
    'Le service des signatures ne répond pas. Réessayez dans un instant avec le bouton « Actualiser ».',
  );
  message.classList.add('failed');
  return message;
}

function renderMessage(title: string, text: string): HTMLElement {
  const message = document.createElement('p');
  message.className = 'message';
  const strong = document.createElement('strong');
  strong.textContent = title;
  message.append(strong, text);
  return message;
}
