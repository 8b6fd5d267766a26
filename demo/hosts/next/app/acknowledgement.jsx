'use client';
import { CharterAcknowledgement } from 'charter-elements/react';
import { useState } from 'react';

export function Acknowledgement({ signer }) {
  const [signature, setSignature] = useState();
  return (
    <>
      <CharterAcknowledgement
        for="charte"
        checklist="pratiques"
        endpoint="/api/signatures"
        fields="department"
        signer={signer}
        lockSigner
        onCharterSigned={(event) => setSignature(event.detail.record.id)}
      />
      <p id="signed">{signature && `Signature n° ${signature}`}</p>
    </>
  );
}
