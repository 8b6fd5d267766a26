import { showSession } from './session.ts';

void showSession();
