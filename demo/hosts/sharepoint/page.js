// A page of SharePoint is swapped without a reload, and may hold no script of its own: what a web part does in
// `render()` and `onDispose()`, this file does from a library of trusted scripts.
const content = document.querySelector('#contenu');

function render() {
  const parts =
    new URLSearchParams(location.search).get('page') === 'charte' ? charterParts() : welcomeParts();
  content.replaceChildren(...Object.values(parts));
}

function charterParts() {
  return {
    viewer: create('charter-viewer', { id: 'charte' }),
    checklist: create('charter-checklist', { id: 'pratiques', for: 'charte' }),
    acknowledgement: create('charter-acknowledgement', {
      for: 'charte',
      checklist: 'pratiques',
      endpoint: '/api/signatures',
      // Properties and attributes alike; in a web part, from `this.context.pageContext.user`.
      signer: { department: 'Urgences' },
      fields: 'department',
    }),
  };
}

function welcomeParts() {
  return { title: create('h1', { textContent: 'Bienvenue sur l’intranet' }) };
}

function create(tag, properties) {
  return Object.assign(document.createElement(tag), properties);
}

document.querySelector('nav').addEventListener('click', (event) => {
  if (!event.target.href) return;
  event.preventDefault();
  history.pushState(null, '', event.target.href);
  render();
});
addEventListener('popstate', render);
render();
