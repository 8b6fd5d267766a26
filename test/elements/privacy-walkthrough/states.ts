import { walkthroughStates } from '../../../stories/states/privacy-walkthrough.ts';
import { mounted } from '../../support/states.ts';
import './harness.ts';

// On a given day: the built-in data is to be reviewed after some date, and tests outlive it.
export const states = mounted(walkthroughStates('dated-walkthrough'));
