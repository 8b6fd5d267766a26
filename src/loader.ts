import { watchPage } from './internal/placeholders.ts';

export { upgradeWithin } from './internal/placeholders.ts';

watchPage({
  viewer: () => import('./elements/viewer/charter-viewer.ts'),
  checklist: () => import('./elements/checklist/charter-checklist.ts'),
  'privacy-walkthrough': () => import('./elements/privacy-walkthrough/charter-privacy-walkthrough.ts'),
  acknowledgement: () => import('./elements/acknowledgement/charter-acknowledgement.ts'),
  receipt: () => import('./elements/receipt/charter-receipt.ts'),
});
