import { CharterChecklist, CharterViewer } from 'charter-elements/react';
import { headers } from 'next/headers';
import { Acknowledgement } from './acknowledgement';

// Rendered on the server: who signs is who has signed in, as the reverse proxy says.
export default async function Page() {
  const name = decodeURIComponent((await headers()).get('x-remote-name') ?? '');
  return (
    <main>
      <h1>Charte des réseaux sociaux</h1>
      <CharterViewer id="charte">
        <p>La charte se lit aussi à la direction de la communication.</p>
      </CharterViewer>
      <CharterChecklist id="pratiques" for="charte" />
      <Acknowledgement signer={{ name, department: 'Urgences' }} />
    </main>
  );
}
