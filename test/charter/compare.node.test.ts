import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { compareCharters } from '../../src/charter/index.ts';
import type { Section } from '../../src/charter/index.ts';
import { smallCharter } from '../support/charter.ts';
import { validCharter } from './support/valid-charter.ts';
import type { Mutable } from './support/valid-charter.ts';

const ids = (items: readonly { id: string }[]) => items.map(({ id }) => id);
const section = (id: string): Section => ({ id, title: id, body: [{ type: 'paragraph', text: id }] });
const withSections = (...names: string[]) => smallCharter({ sections: names.map(section) });

/** What is changed in a charter, and the members that must be told, by list and id. */
const changes: [what: string, change: (charter: Mutable) => void, ...told: string[]][] = [
  ['nothing', () => undefined],
  ['a title', (c) => (c.title = 'Autre'), 'charter.title'],
  ['a summary', (c) => delete c.summary, 'charter.summary'],
  ['a contact', (c) => (c.issuer.contact.href = 'tel:15'), 'charter.issuer'],
  ['a date', (c) => (c.effectiveFrom = '2027-01-01'), 'charter.effectiveFrom'],
  ['a section’s title', (c) => (c.sections[0].title = 'Autre'), 'secret.title'],
  ['an audience', (c) => (c.sections[0].audiences = ['patients']), 'secret.audiences'],
  ['emphasis', (c) => (c.sections[0].body[1].items[0] = [{ em: 'Un' }]), 'secret.body'],
  ['the address of a link', (c) => (c.sections[0].body[0].text[1].link = '/a'), 'secret.body'],
  ['who is quoted', (c) => delete c.sections[0].body[2].cite, 'secret.body'],
  ['an article', (c) => (c.sections[0].body[3].article = '1'), 'secret.body'],
  ['the order of paragraphs', (c) => c.sections[0].body.reverse(), 'secret.body'],
  ['a plain version', (c) => (c.sections[1].plain = ['Libre.']), 'liberty.plain'],
  ['a practice', (c) => (c.practices[0].text = 'Je masque.'), 'blur.text'],
  ['a group', (c) => (c.practices[1].group = 'Images'), 'ask.group'],
  ['a reason', (c) => delete c.practices[0].why, 'blur.why'],
  ['what is required', (c) => (c.practices[1].required = true), 'ask.required'],
  ['a statement', (c) => (c.statements[1].text = 'Je suis libre !'), 'freedoms.text'],
  ['a statement that is optional now', (c) => (c.statements[1].required = false), 'freedoms.required'],
  // What readers do not see.
  ['a since', (c) => (c.sections[0].since = '2.0')],
  ['a version', (c) => (c.version = '2.2.0')],
  ['a member of one’s own', (c) => (c.sections[0]['x-note'] = 'x')],
  ['accents in two signs', (c) => (c.sections[0].body[2].text = 'Dit-on'.normalize('NFD'))],
  ['a text cut in two', (c) => (c.sections[1].body[0].text = ['Vos ', 'opinions.'])],
  ['the order of audiences', (c) => (c.practices[1].audiences = ['visitors', 'staff', 'patients'])],
  ['a false that was left out', (c) => (c.practices[1].required = false)],
  ['a true that was left out', (c) => (c.statements[1].required = true)],
];

describe('compareCharters', () => {
  for (const [what, change, ...told] of changes) {
    it(`${what}: ${told.join(', ') || 'readers see no difference'}`, () => {
      const after = validCharter();
      change(after);
      const { members, isSame, ...lists } = compareCharters(validCharter(), after);
      const found = Object.values(lists).flatMap(({ changed }) =>
        changed.flatMap((item) => item.members.map((member) => `${item.after.id}.${member}`)),
      );
      assert.deepEqual([...members.map((member) => `charter.${member}`), ...found], told);
      assert.equal(isSame, told.length === 0);
    });
  }

  it('sees accents in two signs as the same letters', () => {
    const before = smallCharter({ title: 'Été' });
    assert.ok(compareCharters(before, smallCharter({ title: 'Été'.normalize('NFD') })).isSame);
  });

  it('tells what is new, what is removed and what has moved, and nothing of what only follows', () => {
    const { sections } = compareCharters(withSections('a', 'b', 'c', 'd'), withSections('n', 'a', 'd', 'c'));
    assert.deepEqual(ids(sections.added), ['n']);
    assert.deepEqual(ids(sections.removed), ['b']);
    assert.deepEqual(sections.changed, []);
    assert.deepEqual(sections.moved.length, 1);
  });

  it('says where a moved item stood and stands', () => {
    const { sections } = compareCharters(withSections('a', 'b', 'c', 'd'), withSections('b', 'c', 'd', 'a'));
    assert.deepEqual(
      sections.moved.map(({ item, from, to }) => [item.id, from, to]),
      [['a', 0, 3]],
    );
  });

  it('compares charters without practices and statements', () => {
    const { practices, statements } = compareCharters(smallCharter(), validCharter());
    assert.equal(practices.added.length, 2);
    assert.equal(statements.added.length, 2);
  });

  const names = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'), { minLength: 1 });

  it('explains any new order by what was added, removed and moved, and by nothing too many', () => {
    fc.assert(
      fc.property(names, names, (old, recent) => {
        const { sections } = compareCharters(withSections(...old), withSections(...recent));
        const gone = new Set([...ids(sections.removed), ...sections.moved.map(({ item }) => item.id)]);
        const come = new Set([...ids(sections.added), ...sections.moved.map(({ item }) => item.id)]);
        assert.deepEqual(
          old.filter((id) => !gone.has(id)),
          recent.filter((id) => !come.has(id)),
        );
        const back = compareCharters(withSections(...recent), withSections(...old)).sections;
        assert.deepEqual(ids(back.added), ids(sections.removed));
        assert.equal(back.moved.length, sections.moved.length);
      }),
    );
  });
});
