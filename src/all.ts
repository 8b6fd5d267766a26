import './elements/viewer/charter-viewer.ts';
import './elements/checklist/charter-checklist.ts';
import './elements/privacy-walkthrough/charter-privacy-walkthrough.ts';
import './elements/acknowledgement/charter-acknowledgement.ts';
import './elements/receipt/charter-receipt.ts';

export { overrideTexts } from './localization/text-overrides.ts';
export { version } from './version.ts';
