import { after, before } from 'node:test';
import type { Browser } from 'puppeteer-core';
import type { Engine } from './browsers.ts';
import { startDemo } from './demo-server.ts';
import type { DemoServer } from './demo-server.ts';
import { launch } from './drive.ts';
import type { DrivenEngine, LaunchOptions } from './drive.ts';
import { buildHosts } from './host-pages.ts';
import type { BuiltHosts } from './host-pages.ts';
import { startHospital } from './hospital.ts';
import type { Hospital } from './hospital.ts';
import { launchAny } from './tabs.ts';
import type { AnyBrowser } from './tabs.ts';

/** A browser for the tests of the suite that asks for it; the function returned gives it to them. */
export function useBrowser(engine: DrivenEngine, options?: LaunchOptions): () => Browser {
  return useForSuite(
    () => launch(engine, options),
    (browser) => browser.close(),
  );
}

/** A browser of any of the three engines, likewise. */
export function useAnyBrowser(engine: Engine, options?: LaunchOptions): () => AnyBrowser {
  return useForSuite(
    () => launchAny(engine, options),
    (browser) => browser.close(),
  );
}

/** The demo for the tests of a suite, likewise. */
export function useDemo(): () => DemoServer {
  return useForSuite(
    () => startDemo(),
    (demo) => demo.stop('SIGTERM'),
  );
}

/** The demo over a PostgreSQL server for the tests of a suite, likewise. */
export function useHospital(): () => Hospital {
  return useForSuite(startHospital, (hospital) => hospital.close());
}

/** The pages of demo/hosts with the packed library, likewise. */
export function useHosts(): () => BuiltHosts {
  return useForSuite(buildHosts, () => Promise.resolve());
}

function useForSuite<T>(start: () => Promise<T>, end: (started: T) => Promise<unknown>): () => T {
  let started: T | undefined;
  before(async () => {
    started = await start();
  });
  after(async () => {
    if (started !== undefined) await end(started);
  });
  return () => started!;
}
