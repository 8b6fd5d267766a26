import { acknowledgementStates } from '../../../stories/states/acknowledgement.ts';
import { mounted } from '../../support/states.ts';

export const states = mounted(acknowledgementStates);
