import { DocumentError } from 'charter-elements/charter';
import {
  instancePlaceholder,
  mergeNetworks,
  networksSchema,
  openableLink,
  parseNetworks,
} from 'charter-elements/networks';
import type { NetworkLink, Networks } from 'charter-elements/networks';
import type { PathFinding } from '../findings.ts';
import { repeatedIds, schemaFindings } from './charter-checks.ts';
import { misspelledNames } from './schema-messages.ts';

/**
 * What is wrong with a hospital's networks file, typography aside.
 *
 * @param builtIn - The networks that it is merged into.
 */
export function checkNetworks(value: unknown, builtIn: Networks): PathFinding[] {
  const list = (value as { networks?: unknown } | null)?.networks;
  const findings = [...repeatedIds(list, '$.networks', 'réseau')];
  for (const [index, network] of (Array.isArray(list) ? list : []).entries()) {
    const { steps } = (network ?? {}) as { steps?: unknown };
    findings.push(...repeatedIds(steps, `$.networks[${index}].steps`, 'réglage'));
  }
  try {
    findings.push(...checkContent(parseNetworks(value), builtIn));
  } catch (error) {
    if (!(error instanceof DocumentError)) throw error;
    findings.push(...schemaFindings(error));
  }
  for (const found of misspelledNames(networksSchema, value)) {
    findings.push({ severity: 'warning', rule: 'nom-inconnu', ...found });
  }
  return findings;
}

function* checkContent(own: Networks, builtIn: Networks): Generator<PathFinding> {
  const {
    networks: { networks: merged },
  } = mergeNetworks(builtIn, {
    ...own,
    networks: own.networks.map((network) => ({ ...network, hidden: false })),
  });
  if (own.reviewDue !== undefined && own.reviewDue < own.revision) {
    yield {
      severity: 'error',
      path: '$.reviewDue',
      rule: 'relecture',
      message: `la date de relecture précède celle de l’édition (${own.revision}) : corrigez l’une ou l’autre`,
    };
  }
  yield* sharedSteps(own, builtIn);
  for (const [index, network] of own.networks.entries()) {
    const path = `$.networks[${index}]`;
    const original = builtIn.networks.find(({ id }) => id === network.id);
    for (const [number, host] of network.hosts.entries()) {
      if (original && !original.hosts.includes(host)) {
        yield {
          severity: 'error',
          path: `${path}.hosts[${number}]`,
          rule: 'hote',
          message: `« ${host} » ne fait pas partie des sites de ${original.name}, qui ne changent pas : enlevez-le, ou donnez un autre identifiant à votre réseau`,
        };
      } else if (!/^[a-z0-9.-]+\.[a-z]+$/.test(host) && host !== instancePlaceholder) {
        yield {
          severity: 'error',
          path: `${path}.hosts[${number}]`,
          rule: 'hote',
          message: `« ${host} » n’est pas un nom de site : écrivez par exemple exemple.fr, en minuscules, sans https:// ni barre oblique`,
        };
      }
    }
    const hosts = merged.find(({ id }) => id === network.id)?.hosts ?? [];
    for (const { link, at } of linksOf(network, path)) {
      if (openableLink({ hosts }, { ...link, verified: true }, 'exemple.fr')) continue;
      const known = hosts.length > 0 ? hosts.join(', ') : 'aucun';
      yield {
        severity: 'error',
        path: `${at}.href`,
        rule: 'hote',
        message: `l’adresse ${link.href} ne mène pas à un site de ${network.name} (${known}) et ne sera pas un lien : corrigez-la, ou ajoutez son site à « hosts »`,
      };
    }
  }
}

function linksOf(
  { steps, links }: Networks['networks'][number],
  path: string,
): { link: NetworkLink; at: string }[] {
  return [
    ...steps.flatMap(({ link }, index) => (link ? [{ link, at: `${path}.steps[${index}].link` }] : [])),
    ...links.map((link, index) => ({ link, at: `${path}.links[${index}]` })),
  ];
}

/** Progress is kept by the id of a step: two networks must not share one. */
function* sharedSteps(own: Networks, builtIn: Networks): Generator<PathFinding> {
  const owners = new Map(
    builtIn.networks.flatMap(({ id, steps }) => steps.map((step) => [step.id, id] as const)),
  );
  for (const [index, network] of own.networks.entries()) {
    for (const [number, { id }] of network.steps.entries()) {
      const owner = owners.get(id) ?? network.id;
      owners.set(id, owner);
      if (owner === network.id) continue;
      yield {
        severity: 'error',
        path: `$.networks[${index}].steps[${number}].id`,
        rule: 'identifiant-en-double',
        message: `l’identifiant « ${id} » est déjà celui d’un réglage du réseau « ${owner} » : donnez-en un autre, par exemple ${network.id}-${id}`,
      };
    }
  }
}
