import { filledInStates } from './acknowledgement/filled-in.ts';
import { laterStates } from './acknowledgement/later.ts';
import { sentStates } from './acknowledgement/sent.ts';

/** Every state that a person can meet. */
export const acknowledgementStates = { ...filledInStates, ...sentStates, ...laterStates };
