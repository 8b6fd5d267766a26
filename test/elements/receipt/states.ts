import { receiptStates } from '../../../stories/states/receipt.ts';
import { mounted } from '../../support/states.ts';

export const states = mounted(receiptStates);
