import type { Page } from 'puppeteer-core';

/** A page in any engine, driven through what runs in it. */
export type DrivenPage = Pick<Page, 'evaluate'>;
