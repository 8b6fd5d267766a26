import 'charter-elements/all.js';
import { useState } from 'react';
import { createRoot } from 'react-dom/client';

const signer = { department: 'Urgences' };

function Charter() {
  const [practices, setPractices] = useState([]);
  const [signature, setSignature] = useState();
  return (
    <>
      <h1>Charte des réseaux sociaux</h1>
      <charter-viewer id="charte" />
      <p>
        <output id="count">{practices.length}</output> pratiques cochées{' '}
        <button id="untick" onClick={() => setPractices([])}>
          Tout décocher
        </button>
      </p>
      <charter-checklist
        id="pratiques"
        for="charte"
        value={practices}
        onchange={(event) => setPractices(event.target.value)}
      />
      <charter-acknowledgement
        for="charte"
        checklist="pratiques"
        endpoint="/api/signatures"
        fields="department"
        signer={signer}
        oncharter-signed={(event) => setSignature(event.detail.record.id)}
      />
      <p id="signed">{signature && `Signature n° ${signature}`}</p>
    </>
  );
}

createRoot(document.getElementById('app')).render(<Charter />);
