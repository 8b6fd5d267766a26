import { checklistStates } from '../../../stories/states/checklist.ts';
import { mounted } from '../../support/states.ts';

export const states = mounted(checklistStates);
