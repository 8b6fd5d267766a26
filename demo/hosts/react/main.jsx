import { CharterAcknowledgement, CharterChecklist, CharterViewer } from 'charter-elements/react';
import { useState } from 'react';
import { createRoot } from 'react-dom/client';

const signer = { department: 'Urgences' };

function Charter() {
  const [practices, setPractices] = useState([]);
  const [signature, setSignature] = useState();
  return (
    <>
      <h1>Charte des réseaux sociaux</h1>
      <CharterViewer id="charte" />
      <p>
        <output id="count">{practices.length}</output> pratiques cochées{' '}
        <button id="untick" onClick={() => setPractices([])}>
          Tout décocher
        </button>
      </p>
      <CharterChecklist
        id="pratiques"
        for="charte"
        value={practices}
        onChange={(event) => setPractices(event.currentTarget.value)}
      />
      <CharterAcknowledgement
        for="charte"
        checklist="pratiques"
        endpoint="/api/signatures"
        fields="department"
        signer={signer}
        onCharterSigned={(event) => setSignature(event.detail.record.id)}
      />
      <p id="signed">{signature && `Signature n° ${signature}`}</p>
    </>
  );
}

createRoot(document.getElementById('app')).render(<Charter />);
