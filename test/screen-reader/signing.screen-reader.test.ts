/**
 * What a person hears who signs by keyboard: Orca reads Firefox, on a screen that nobody sees. What Orca would say goes to a
 * stand-in for its speech module, keys come from the X server; all else is as installed. To run it:
 *
 *     sudo sh test/setup-screen-reader.sh    # once, on Debian or Ubuntu; test/setup-browsers.sh for Firefox
 *     npm run build:demo
 *     npm run test:screen-reader
 *
 * Orca speaks English here whatever the machine does; what is French comes from the page. The tests follow each other as
 * the person goes on.
 */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Network } from '../support/network.ts';
import { useHospital } from '../support/stage.ts';
import { Listener } from './listener.ts';

const name = 'Zora';

describe('a person who listens to the page', () => {
  const hospital = useHospital();
  let network: Network;
  let person: Listener;

  before(async () => {
    network = await hospital().connect();
    person = await Listener.open(`${network.origin}/simple.html`, /La page la plus simple/);
  });

  after(() => person.close());

  it('hears of each tick once', async () => {
    await person.press('x', /check box not checked/);
    const { position } = person.speech;
    await tickAll();
    const heard = person.speech.since(position);
    const counts = heard.match(/\d+ .*sur \d+/g)!;
    assert.deepEqual(counts, [...new Set(counts)]);
    assert.doesNotMatch(heard, /percent/, 'the same number, twice');
  });

  it('hears what the form asks, and of no mistake before there was one', async () => {
    await person.press('e', /Nom et prénom entry required/);
    const { position } = person.speech;
    await person.press('Tab', /Vos engagements panel/, /pris connaissance .*check box not checked required/);
    await person.press('Tab', /respecter .*check box not checked required/);
    await person.press('Tab', /prévenir .*facultatif.* check box not checked/);
    await person.press('Tab', /liberté d’opinion.*facultatif.* check box not checked/);
    await person.press('Tab', /Vérifier avant de signer push button/);
    assert.doesNotMatch(person.speech.since(position), /invalid/);
  });

  it('hears what is missing, at the field where it is', async () => {
    await person.press('Return', /points à corriger/);
    await person.press('Tab', /Indiquez votre nom et votre prénom.* link/);
    await person.press(
      'Return',
      /Nom et prénom entry/,
      /invalid entry/,
      /Indiquez votre nom et votre prénom/,
    );
    await person.type(name);
    await person.press(
      'Tab',
      /pris connaissance .*check box not checked/,
      /invalid entry/,
      /Cochez cet engagement/,
    );
    await person.press('space', /^checked/m);
    await person.press('Tab', /respecter .*check box not checked/, /invalid entry/, /Cochez cet engagement/);
    await person.press('space', /^checked/m);
  });

  it('hears what is about to be signed', async () => {
    await person.press('Tab', /prévenir .*facultatif.* check box not checked/);
    await person.press('Tab', /liberté d’opinion.*facultatif.* check box not checked/);
    await person.press('Tab', /Vérifier avant de signer push button/);
    await person.press('Return', /Vérifiez ce que vous allez signer heading/);
    const heard = await person.read('Down', /Signer la charte push button/);
    assertInOrder(heard, [
      /Charte de bon usage des réseaux sociaux/,
      /Zora/,
      /pris connaissance/,
      /respecter/,
      /pas coché/,
      /prévenir l’établissement/,
      /Bonnes pratiques cochées \(22\)/,
      /Je ne publie rien/,
    ]);
  });

  it('hears that the signature waits, and not that it is signed', async () => {
    network.breakDown();
    const { position } = person.speech;
    await person.press('Return', /Votre signature n’est pas encore enregistrée/);
    // The reading position is on the title, which takes two lines: Orca says of the first one alone that it is a heading.
    await person.press('Up', /Signer la charte heading/);
    await person.press('Down', /Votre signature n’est.* heading/);
    await person.read('Down', /Réessayer maintenant push button/);
    const heard = person.speech.since(position);
    assertInOrder(heard, [
      /pas encore enregistrée/,
      /L’intranet n’a pas répondu/,
      /gardée? sur cet appareil/,
    ]);
    assert.doesNotMatch(heard, /signature est enregistrée/);
    assert.deepEqual(await hospital().rowsOf(name), []);
  });

  it('hears that it is signed, once it is', async () => {
    await person.press('Tab', /push button/);
    await person.press('shift+Tab', /Réessayer maintenant push button/);
    network.mend();
    const { position } = person.speech;
    await person.press('Return', /Votre signature est enregistrée heading/);
    const rows = await hospital().rowsOf(name);
    assert.equal(rows.length, 1);
    await person.read('Down', /Imprimer le reçu push button/);
    const heard = person.speech.since(position);
    assertInOrder(heard, [
      /signature est enregistrée heading/,
      /Gardez ce reçu/,
      /Zora/,
      new RegExp(rows[0]!.id),
    ]);
  });

  /** Each practice, until as many are ticked as there are. */
  async function tickAll(): Promise<void> {
    for (let most = 100; most > 0; most--) {
      const heard = await person.press('space', /\d+ .*sur \d+/);
      if (/\b(\d+) .*sur \1\b/.test(heard)) return;
      await person.press('Tab', /check box not checked/);
    }
    assert.fail('practices without end');
  }
});

/** Asserts that these are heard one after the other. */
function assertInOrder(heard: string, patterns: readonly RegExp[]): void {
  const text = heard.replaceAll('\n', ' ');
  const places = patterns.map((pattern) => text.search(pattern));
  const isInOrder = places.every((place, index) => place >= 0 && place > (places[index - 1] ?? -1));
  assert.ok(isInOrder, `${patterns.join(', ')} were to be heard in this order, but:\n${heard}`);
}
