import type { IdentityFault, UnreadableIdentityError } from '../domain/identity.ts';

/** What is wrong with a header of the proxy, and what to write there instead. */
const sentences: Readonly<Record<IdentityFault, readonly [wrong: string, remedy: string]>> = {
  repeated: [
    'comes in several lines',
    'Have the proxy remove the one that a client sends before it sets its own.',
  ],
  'not-utf-8': [
    'is in another encoding than UTF-8',
    'Have the proxy write it in UTF-8, better percent-encoded: É is %C3%89, and not %E9.',
  ],
  'stray-percent': [
    'has a percent sign that begins no escape',
    'Have the proxy percent-encode the whole value: the sign itself is %25.',
  ],
  'control-character': [
    'holds a control character',
    'Have the proxy leave it out: the end of a line, a tabulation, or what separates several values.',
  ],
  'too-long': [
    'is longer than what is read',
    'Have the proxy send the attribute that is meant, or fewer groups.',
  ],
};

/** For whoever runs the proxy; it holds nothing of what the header says of a person. */
export function explainIdentityFault({ header, fault, longest }: UnreadableIdentityError): {
  readonly wrong: string;
  readonly remedy: string;
} {
  const [wrong, remedy] = sentences[fault];
  const limit = fault === 'too-long' ? `: ${longest} characters` : '';
  return { wrong: `The header ${header} that the proxy sent ${wrong}${limit}.`, remedy };
}
