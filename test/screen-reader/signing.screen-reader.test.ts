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
    await person.press('Return', /Indiquez votre nom et votre prénom/, /Nom et prénom entry/, /invalid entry/);
    await person.type(name);
    await person.press('Tab', /pris connaissance .*check box not checked/, /invalid entry/, /Cochez cet engagement/);
    await person.press('space', /^checked/m);
    await person.press('Tab', /respecter .*check box not checked/, /invalid entry/, /Cochez cet engagement/);
    await person.press('space', /^checked/m);
  });

  it('hears what is about to be signed', async () => {
    await person.press('Tab', /prévenir .*facultatif.* check box not checked/);
    await person.press('Tab', /liberté d’opinion.*facultatif.* check box not checked/);
    await person.press('Tab', /Vérifier avant de signer push button/);
    await person.press('Return', /Vérifiez ce que vous allez signer heading/);
    const heard = await person.read('Down', /Revenir et modifier push button/);
    console.log(heard);
  });

  it('hears that the signature waits, and not that it is signed', async () => {
    network.breakDown();
    await person.press('shift+Tab', /Signer la charte push button/);
    const heard = await person.press('Return', /pas encore enregistrée heading/);
    console.log(heard);
    console.log(await person.read('Down', /Réessayer maintenant push button/));
  });

  it('hears that it is signed', async () => {
    network.mend();
    const heard = await person.press('Return', /Votre signature est enregistrée heading/);
    console.log(heard);
    console.log(await person.read('Down', /Imprimer le reçu push button/));
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
