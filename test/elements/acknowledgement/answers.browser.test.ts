import { expect, oneEvent } from '@open-wc/testing';
import type { CharterSignFailedEvent } from '../../../src/events/charter-sign-failed.ts';
import type { CharterSignQueuedEvent } from '../../../src/events/charter-sign-queued.ts';
import type { PendingReason } from '../../../src/signature/pending-reason.ts';
import { collectWarnings } from '../../support/warnings.ts';
import {
  acknowledgement,
  charter,
  click,
  endpoint,
  outcomeOf,
  read,
  receivedBy,
  rendered,
  review,
  sign,
} from './support.ts';

/** What a person reads while the signature waits. */
const words: Readonly<Record<PendingReason, string>> = {
  'no-answer': 'L’intranet n’a pas répondu',
  'sign-in': 'Reconnectez-vous pour terminer',
  'not-confirmed': 'a répondu sans confirmer l’enregistrement',
  'not-accepted': 'Rechargez la page, rien n’est perdu',
  'other-person': 'Une autre personne est connectée à l’intranet',
};

/** `said` where a problem has words of its own. */
type Row = readonly [answer: string, what: string, reason: PendingReason, said?: string];

const rows: readonly Row[] = [
  ['html', 'a login page, without a redirect', 'sign-in'],
  ['302-to-array', 'a redirect to a page that answers []', 'sign-in'],
  ['302-to-login-required', 'a redirect to an error of the identity provider', 'sign-in'],
  ['302-to-html', 'a redirect to a login page', 'sign-in'],
  ['303-to-201', 'a redirect to what looks like a receipt', 'sign-in'],
  ['302-away-html', 'a redirect to an identity provider of another origin', 'sign-in'],
  ['307-to-201', 'a redirect (307) to another path', 'sign-in'],
  ['307-away-201', 'a redirect (307) to another origin', 'sign-in'],
  ['308-away-201', 'a redirect (308) to another origin', 'sign-in'],
  ['success-false', 'an error of a framework with status 200', 'not-confirmed'],
  ['login-required', 'an error of the identity provider with status 200', 'not-confirmed'],
  ['no-id', 'JSON without the id of the record', 'not-confirmed'],
  ['array', 'an empty list', 'not-confirmed'],
  ['text', 'a text', 'not-confirmed'],
  ['empty-200', 'an empty 200', 'not-confirmed'],
  ['other-id', 'the receipt of another record', 'not-confirmed'],
  ['other-digest', 'the digest of another record', 'not-confirmed'],
  ['received-1999', 'a receipt of 1999', 'not-confirmed'],
  ['cut-version', 'a connection cut before the status', 'no-answer'],
  ['cut-status', 'a connection cut in the status', 'no-answer'],
  ['cut-headers', 'a connection cut before the headers', 'no-answer'],
  ['cut-body', 'a connection cut in the receipt', 'no-answer'],
  ['processing-then-closed', '102, then closed', 'no-answer'],
  ['419-html', 'an expired token (419)', 'sign-in'],
  ['440-html', 'an expired session (440)', 'sign-in'],
  ['403-html', 'a stale token (403)', 'sign-in'],
  ['401-html', 'no session (401)', 'sign-in'],
  ['403:other-signer', 'that somebody else is connected', 'other-person'],
  ['422-html', 'an expired token (422)', 'not-accepted'],
  ['400-html', 'an expired token (400)', 'not-accepted'],
  ['404-html', 'a deployment under way (404)', 'not-accepted'],
  ['413-html', 'the limit of a proxy (413)', 'not-accepted'],
  ['404:not-found', 'that there is nothing at this address', 'not-accepted'],
  ['502-html', 'a page of a proxy (502)', 'no-answer'],
  [
    '500:unreadable-identity',
    'that the proxy sent an identity that cannot be read',
    'no-answer',
    'Prévenez le service informatique',
  ],
];

describe('charter-acknowledgement: an answer that does not record', () => {
  const warnings = collectWarnings();

  for (const [answer, what, reason, said = words[reason]] of rows)
    it(`a person reads «${said}» where the endpoint answers ${what}, and signs once it is back`, async () => {
      const url = endpoint(`${answer},201`);
      const element = await acknowledgement({ endpoint: url });
      const { detail } = await sign<CharterSignQueuedEvent>(element, 'charter-sign-queued');
      expect(detail.reason).to.equal(reason);
      const panel = await rendered(element, '[part~=pending]');
      expect(panel.textContent).to.contain(said);
      expect(panel.textContent).to.contain('gardé sur cet appareil');
      expect(element.matches(':state(signed)')).to.be.false;
      expect(element.shadowRoot!.querySelector('[part~=receipt], [part~=failure]')).to.be.null;
      const offersReload = panel.querySelector('[part~=reload-page-button]') !== null;
      expect(offersReload, 'a button that loads the page again').to.equal(
        reason === 'sign-in' || reason === 'not-accepted',
      );
      const signed = outcomeOf(element, 'charter-signed');
      click(element, 'retry-button');
      await signed;
      await rendered(element, '[part~=receipt]');
      const bodies = (await receivedBy(url)).map(({ body }) => body);
      expect(bodies).to.have.length(2);
      expect(bodies[0]).to.equal(bodies[1]);
      if (/-(to|away)-/.test(answer)) expect(await receivedBy(url.replace('?', '-final?'))).to.be.empty;
    });

  for (const answer of [
    'html',
    '302-away-html',
    ...[400, 403, 404, 419, 422, 440].map((status) => `${status}-html`),
  ])
    it(`a person who loads the page again after ${answer} reads that it is signed, and signs no second time`, async () => {
      const url = endpoint(`${answer},201`);
      const element = await acknowledgement({ endpoint: url });
      await sign(element, 'charter-sign-queued');
      element.remove();
      const next = await acknowledgement({ endpoint: url });
      expect((await rendered(next, '[part~=receipt]')).textContent).to.contain(
        'Votre signature est enregistrée',
      );
      const bodies = (await receivedBy(url)).map(({ body }) => body);
      expect(bodies).to.have.length(2);
      expect(bodies[0]).to.equal(bodies[1]);
    });

  for (const [answer, breach] of [
    ['success-false', 'has no `id`'],
    ['array', 'JSON that is not an object'],
    ['other-id', '`id` of another record'],
    ['other-digest', '`recordDigest` of another record'],
    ['received-1999', '`receivedAt`'],
    ['307-away-201', 'give the final address'],
    ['422-html', 'answered 422 without a problem of the contract'],
  ] as const)
    it(`a developer reads once in the console that the answer «${answer}» ${breach}`, async () => {
      const url = endpoint(answer);
      const element = await acknowledgement({ endpoint: url });
      await sign(element, 'charter-sign-queued');
      await rendered(element, '[part~=retry-button]');
      const again = oneEvent(element, 'charter-sign-queued');
      click(element, 'retry-button');
      await again;
      const told = warnings.filter((text) => text.includes(url));
      expect(told).to.have.length(1);
      expect(told[0]).to.contain(breach);
      expect(told[0]).not.to.contain('Claire');
    });

  for (const answer of ['empty-201', 'empty-204'])
    it(`a person reads that it is recorded after an empty ${answer.slice(-3)}`, async () => {
      const element = await acknowledgement({ endpoint: endpoint(answer) });
      await sign(element, 'charter-signed');
      await rendered(element, '[part~=receipt]');
    });

  it('a person who must show a verified receipt reads «Reconnectez-vous» after a login page', async () => {
    const keys = URL.createObjectURL(new Blob(['{"keys":[]}'], { type: 'application/json' }));
    const element = await acknowledgement({ endpoint: endpoint('html'), receiptKeys: keys });
    const { detail } = await sign<CharterSignQueuedEvent>(element, 'charter-sign-queued');
    expect(detail.reason).to.equal('sign-in');
    expect((await rendered(element, '[part~=pending]')).textContent).to.contain(words['sign-in']);
  });

  it('a person signs with the fresh token of the page after a stale one', async () => {
    const meta = document.createElement('meta');
    meta.name = 'fresh-token';
    meta.content = 'stale';
    document.head.append(meta);
    const url = endpoint('403-html,201');
    const element = await acknowledgement({ endpoint: url, csrfMeta: 'fresh-token' });
    await sign(element, 'charter-sign-queued');
    await rendered(element, '[part~=retry-button]');
    meta.content = 'fresh';
    const signed = oneEvent(element, 'charter-signed');
    click(element, 'retry-button');
    await signed;
    const tokens = (await receivedBy(url)).map(({ headers }) => headers['x-csrf-token']);
    expect(tokens).to.deep.equal(['stale', 'fresh']);
    meta.remove();
  });

  for (const answer of ['errors-text', 'errors-null', 'errors-length', 'detail-object', 'template'])
    it(`a person reads that it was refused, also at the next visit, where the problem is malformed (${answer})`, async () => {
      const url = endpoint(answer);
      const element = await acknowledgement({ endpoint: url });
      const { detail } = await sign<CharterSignFailedEvent>(element, 'charter-sign-failed');
      expect(detail.problem.status).to.equal(422);
      const title = 'Votre signature n’a pas été enregistrée';
      expect(await read(element))
        .to.contain(title)
        .and.not.to.contain('[object');
      element.remove();
      const next = await acknowledgement({ endpoint: url });
      await rendered(next, '[part~=failure]');
      expect(await read(next))
        .to.contain(title)
        .and.not.to.contain('[object');
      expect(await receivedBy(url)).to.have.length(1);
    });
});

describe('charter-acknowledgement: an endpoint that can take nothing', () => {
  for (const given of ['#', '?q', ' ', 'data:,ok', 'http://', location.href])
    it(`is said at once, on the page and in the console: ${JSON.stringify(given)}`, async () => {
      const { error } = console;
      const errors: string[] = [];
      console.error = (...told: unknown[]) => errors.push(told.join(' '));
      try {
        const element = document.createElement('charter-acknowledgement');
        element.charter = charter;
        element.endpoint = given;
        document.body.append(element);
        const shown = await rendered(element, '[part~=error], form');
        expect(shown.textContent).to.contain('mal réglée');
        expect(element.shadowRoot!.querySelector('[part~=sign-button], form')).to.be.null;
        expect(element.matches(':state(failed)')).to.be.true;
        expect(element.matches(':state(ready)')).to.be.false;
        expect(errors).to.have.length(1);
        expect(errors[0]).to.contain(`endpoint="${given}"`).and.to.contain('http(s)');
        element.endpoint = endpoint();
        await rendered(element, 'form');
        await review(element);
        element.remove();
      } finally {
        console.error = error;
      }
    });
});
