/** Brings the reports of the public surface up to date. Run by `npm run api`, after a build. */
import { keepReports } from './reports.ts';

await keepReports();
