/** A small charter, in the shape that hospitals write. */
export const shortCharter = {
  schema: 'charter/1',
  id: 'test-charter',
  version: '1.0.0',
  locale: 'fr',
  title: 'Charte d’essai',
  sections: [{ id: 'one', title: 'Une section', body: [{ type: 'paragraph', text: 'Un paragraphe.' }] }],
  practices: [
    { id: 'p1', group: 'Groupe', text: 'Première pratique', required: true },
    { id: 'p2', group: 'Groupe', text: 'Seconde pratique' },
  ],
  statements: [
    { id: 'read', text: 'J’atteste avoir lu la charte.', required: true },
    { id: 'help', text: 'Je veux bien aider.', required: false },
  ],
};
