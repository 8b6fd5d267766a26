import { DocumentError } from 'charter-elements/charter';
import {
  instancePlaceholder,
  mergeNetworks,
  networksSchema,
  openableLink,
  parseNetworks,
} from 'charter-elements/networks';
import type { NetworkLink, Networks } from 'charter-elements/networks';
import { foundIn } from '../messages/findings.ts';
import type { PathFinding } from '../messages/findings.ts';
import { repeatedIds } from './charter-checks.ts';
import { misspelledNames, schemaFindings } from './schema-findings.ts';

/**
 * What is wrong with a hospital's networks file, typography aside.
 *
 * @param builtIn - The networks that it is merged into.
 */
export function checkNetworks(value: unknown, builtIn: Networks): PathFinding[] {
  const list = (value as { networks?: unknown } | null)?.networks;
  const findings = [...repeatedIds(list, '$.networks', 'network')];
  for (const [index, network] of (Array.isArray(list) ? list : []).entries()) {
    const { steps } = (network ?? {}) as { steps?: unknown };
    findings.push(...repeatedIds(steps, `$.networks[${index}].steps`, 'step'));
  }
  try {
    findings.push(...checkContent(parseNetworks(value), builtIn));
  } catch (error) {
    if (!(error instanceof DocumentError)) throw error;
    findings.push(...schemaFindings(error));
  }
  findings.push(...misspelledNames(networksSchema, value));
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
    yield foundIn('$.reviewDue', 'review-before-edition', { revision: own.revision });
  }
  yield* sharedSteps(own, builtIn);
  for (const [index, network] of own.networks.entries()) {
    const path = `$.networks[${index}]`;
    const original = builtIn.networks.find(({ id }) => id === network.id);
    for (const [number, host] of network.hosts.entries()) {
      if (original && !original.hosts.includes(host)) {
        yield foundIn(`${path}.hosts[${number}]`, 'host-of-built-in', { host, network: original.name });
      } else if (!/^[a-z0-9.-]+\.[a-z]+$/.test(host) && host !== instancePlaceholder) {
        yield foundIn(`${path}.hosts[${number}]`, 'not-a-host', { host });
      }
    }
    const hosts = merged.find(({ id }) => id === network.id)?.hosts ?? [];
    for (const { link, at } of linksOf(network, path)) {
      if (openableLink({ hosts }, { ...link, verified: true }, 'exemple.fr')) continue;
      yield foundIn(`${at}.href`, 'link-elsewhere', { href: link.href, network: network.name, hosts });
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
      yield foundIn(`$.networks[${index}].steps[${number}].id`, 'step-taken', {
        id,
        owner,
        network: network.id,
      });
    }
  }
}
