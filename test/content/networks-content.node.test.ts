import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { instancePlaceholder, openableLink, platforms } from '../../src/networks/index.ts';
import { readFixture } from '../charter/support/read-fixture.ts';
import { charter, networks, quotedIn, textsOf, withoutTypography } from './support/content.ts';

const { labels } = await readFixture<{ labels: Record<string, string[]> }>('content/attested-labels.json');
const { addresses } = await readFixture<{ addresses: { url: string; reason: string }[] }>(
  'content/do-not-use.json',
);
/** Addresses differ by more than a slash. */
const withoutSlash = (url: string) => url.replace(/\/(?=\?|$)/, '');

const linksOf = (network: (typeof networks.networks)[number]) => [
  ...network.links,
  ...network.steps.flatMap(({ link }) => link ?? []),
];
const translatedLabels = networks.networks.flatMap(({ steps }) =>
  steps.flatMap(({ label }) => (label?.status === 'translated' ? [withoutTypography(label.text)] : [])),
);

describe('the built-in networks', () => {
  it('are the ones that the walkthrough promises', () => {
    const ids = networks.networks.map(({ id }) => id);
    assert.deepEqual(ids.toSorted(), Object.keys(labels).toSorted());
  });

  it('use each step id once, over all networks: progress is kept by it', () => {
    const ids = networks.networks.flatMap(({ steps }) => steps.map(({ id }) => id));
    assert.deepEqual(
      ids.filter((id, index) => ids.indexOf(id) !== index),
      [],
    );
  });

  it('are to be reviewed after the date of their edition', () => {
    assert.ok(networks.reviewDue! > networks.revision);
    for (const { steps } of networks.networks) {
      for (const { id, reviewedOn } of steps) assert.ok(reviewedOn <= networks.revision, id);
    }
  });

  for (const network of networks.networks) {
    describe(network.name, () => {
      it('has steps, at least one of them essential', () => {
        assert.ok(network.steps.some(({ priority }) => priority === 'essential'));
      });

      it('opens each verified link', () => {
        for (const link of linksOf(network).filter(({ verified }) => verified)) {
          assert.ok(openableLink(network, link, 'mastodon.example'), link.href);
        }
      });

      it('leads to its own hosts also where a link is not verified', () => {
        for (const link of linksOf(network)) {
          assert.ok(openableLink(network, { ...link, verified: true }, 'mastodon.example'), link.href);
        }
      });

      it('uses no address that the facts reject', () => {
        for (const { href } of linksOf(network)) {
          for (const { url, reason } of addresses) {
            const isRejected = url.endsWith('…')
              ? href.startsWith(url.slice(0, -1))
              : withoutSlash(href) === withoutSlash(url);
            assert.ok(!isRejected, `${href}: ${reason}`);
          }
        }
      });

      it('quotes only wording that was seen', () => {
        const seen = new Set(labels[network.id]?.map(withoutTypography));
        const quoted = [...textsOf(network)].flatMap(({ text }) => quotedIn(text));
        for (const words of [...quoted, ...placeLabels(network)]) {
          assert.ok(seen.has(withoutTypography(words)), `«${words}» is not in attested-labels.json`);
        }
      });

      it('claims a source only for labels that were seen', () => {
        const seen = new Set(labels[network.id]?.map(withoutTypography));
        for (const { label } of network.steps) {
          if (label && label.status !== 'translated')
            assert.ok(seen.has(withoutTypography(label.text)), label.text);
        }
      });

      it('sets no translated label between guillemets', () => {
        const translated = new Set(
          network.steps.flatMap(({ label }) =>
            label?.status === 'translated' ? [withoutTypography(label.text)] : [],
          ),
        );
        const quoted = [...textsOf(network)].flatMap(({ text }) => quotedIn(text));
        for (const words of [...quoted, ...placeLabels(network)]) {
          assert.ok(!translated.has(withoutTypography(words)), words);
        }
      });
    });
  }

  it('have labels that are translated, or the checks above check nothing', () => {
    assert.ok(translatedLabels.length > 30);
  });

  it('are not quoted by the charter with a translated label', () => {
    const quoted = [...textsOf(charter)].flatMap(({ text }) => quotedIn(text)).map(withoutTypography);
    assert.ok(quoted.length > 0);
    for (const words of quoted) assert.ok(!translatedLabels.includes(words), words);
  });

  it('ask for the reader’s server only where there are many', () => {
    const many = networks.networks.filter(({ hosts }) => hosts.includes(instancePlaceholder));
    assert.deepEqual(
      many.map(({ id }) => id),
      ['mastodon'],
    );
  });
});

function placeLabels({ steps }: (typeof networks.networks)[number]): string[] {
  return steps.flatMap(({ paths }) =>
    platforms.flatMap((platform) =>
      paths[platform].flatMap((place) => (typeof place === 'string' ? [] : [place.label])),
    ),
  );
}
