import { expect } from '@open-wc/testing';
import builtIn from '../../../src/built-in/generated/networks.fr.ts';
import { openableLink } from '../../../src/networks/links.ts';
import { parseNetworks } from '../../../src/networks/networks.ts';
import { platforms } from '../../../src/networks/platforms.ts';
import { part, parts, textOf } from '../../support/component.ts';
import { captureConsole, restoreStubs } from '../../support/stubs.ts';
import { fixtureFile, mount, step, update } from './harness.ts';

const { networks } = parseNetworks(builtIn);

describe('charter-privacy-walkthrough: labels and links', () => {
  afterEach(restoreStubs);

  for (const network of networks) {
    it(`never quotes a label of our own translation (${network.name})`, async () => {
      const element = await mount({ network: network.id });
      for (const platform of platforms) {
        await update(element, { platform });
        const ordered = [...network.steps].sort((a, b) =>
          a.priority > b.priority ? 1 : a.priority < b.priority ? -1 : 0,
        );
        for (const [index, { label, paths }] of ordered.entries()) {
          const shown = step(element, index);
          const written = textOf(shown.querySelector('[part=label]'));
          if (label?.status === 'translated' && written) expect(written).to.equal(`rubrique ${label.text}`);
          else if (label && written) expect(written).to.equal(`« ${label.text} »`);
          else if (label) expect(textOf(shown.querySelector('[part=path]'))).to.include(label.text);
          else expect(written).to.equal('');
          if (paths[platform].length === 0) continue;
          expect([...shown.querySelectorAll('[part=path] li')].map(textOf)).to.deep.equal(
            paths[platform].map((segment) =>
              typeof segment === 'string' ? segment : `« ${segment.label} »`,
            ),
          );
        }
      }
    });

    it(`links only to verified addresses of the network's hosts (${network.name})`, async () => {
      const element = await mount({ network: network.id });
      const expected = network.steps
        .map(({ link }) => openableLink(network, link))
        .filter((href) => href !== undefined);
      const links = parts(element, 'link') as HTMLAnchorElement[];
      expect(links.map((link) => link.href).sort()).to.deep.equal(expected.sort());
      const names = links.map(textOf);
      expect(new Set(names).size, 'each has its own name').to.equal(names.length);
      for (const { target, rel } of links)
        expect([target, rel]).to.deep.equal(['_blank', 'noopener noreferrer']);
    });
  }

  it('names the network, the window, the sign-in and the goal', async () => {
    const element = await mount({ network: 'facebook' });
    expect(textOf(part(element, 'link'))).to.equal(
      'Ouvrir le réglage sur Facebook (nouvelle fenêtre, connexion nécessaire) – Réserver vos publications à vos proches',
    );
  });

  it('names the application where the link opens it', async () => {
    const element = await mount({ network: 'telegram', platform: 'ios' });
    const link = part<HTMLAnchorElement>(element, 'link')!;
    expect(link.href).to.equal('tg://settings/privacy');
    expect(textOf(link)).to.equal(
      'Ouvrir le réglage dans l’application Telegram – Cacher votre numéro de téléphone',
    );
  });

  it('leaves text where an address was not verified', async () => {
    captureConsole('warn');
    const element = await mount({ src: fixtureFile('hospital.json'), network: 'tiny' });
    expect(step(element, 'But de tiny-first').querySelector('a')).to.exist;
    expect(step(element, 'But de tiny-second').querySelector('a')).to.be.null;
  });

  it('does not name a setting twice where the path ends on it', async () => {
    const element = await mount({ network: 'whatsapp', platform: 'ios' });
    const groups = step(element, 'Choisir qui peut vous ajouter à un groupe');
    expect(textOf(groups.querySelector('[part=path] li:last-child'))).to.equal('« Groupes »');
    expect(groups.querySelector('[part=label]')).to.be.null;
  });

  describe('of a network made of many servers', () => {
    const type = async (
      element: Awaited<ReturnType<typeof mount>>,
      value: string,
    ): Promise<HTMLInputElement> => {
      const field = part(element, 'instance')!.querySelector('input')!;
      field.value = value;
      field.dispatchEvent(new Event('input', { bubbles: true }));
      await element.updateComplete;
      return field;
    };
    const leave = async (
      element: Awaited<ReturnType<typeof mount>>,
      field: HTMLInputElement,
    ): Promise<void> => {
      field.dispatchEvent(new Event('change', { bubbles: true }));
      await element.updateComplete;
    };

    it('has no link before the reader names their server', async () => {
      const element = await mount({ network: 'mastodon' });
      expect(parts(element, 'link')).to.have.length(0);
      expect(part(element, 'instance')!.querySelector('label')!.control!.id).to.equal('instance');
    });

    it('links to the server, in whatever form it is typed', async () => {
      const element = await mount({ network: 'mastodon' });
      for (const typed of ['mastodon.example', '@me@mastodon.example', ' https://Mastodon.example/about ']) {
        await type(element, typed);
        expect(part<HTMLAnchorElement>(element, 'link')!.href).to.equal(
          'https://mastodon.example/settings/privacy',
        );
      }
    });

    it('tells of an address that is none, once it is typed, next to the field', async () => {
      const element = await mount({ network: 'mastodon' });
      const field = await type(element, 'mastodon');
      expect(field.getAttribute('aria-invalid')).to.equal('false');
      await leave(element, field);
      const error = element.renderRoot.querySelector('#instance-error')!;
      expect(field.getAttribute('aria-invalid')).to.equal('true');
      expect(field.getAttribute('aria-describedby')).to.include('instance-error');
      expect(textOf(error)).to.match(/^Cette adresse n’est pas celle d’un serveur/);
      expect(parts(element, 'link')).to.have.length(0);
      await type(element, 'mastodon.example');
      expect(textOf(error)).to.equal('');
    });

    it('does not complain of an empty field', async () => {
      const element = await mount({ network: 'mastodon' });
      await leave(element, await type(element, ' '));
      expect(textOf(element.renderRoot.querySelector('#instance-error'))).to.equal('');
    });

    it('has no such field for the others', async () => {
      expect(part(await mount({ network: 'facebook' }), 'instance')).to.be.null;
    });
  });
});
