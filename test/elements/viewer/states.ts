import { viewerStates } from '../../../stories/states/viewer.ts';
import { mounted } from '../../support/states.ts';

export { guide } from '../../../stories/support/documents.ts';

export const states = mounted(viewerStates);
