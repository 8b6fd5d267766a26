import { startApache } from '../support/proxies/apache.ts';
import { startCaddy } from '../support/proxies/caddy.ts';
import { startNginx } from '../support/proxies/nginx.ts';
import { basePathSuite } from './suites/base-path.ts';
import { behindProxySuite, signOnSession } from './suites/behind-proxy.ts';
import { describeStore } from './support/each-store.ts';

const name = 'Élise Çelik';
const password = 'secret';

describeStore('pglite', (get) => {
  basePathSuite(get);
  for (const [proxy, start] of [
    ['nginx', startNginx],
    ['Caddy', startCaddy],
  ] as const)
    behindProxySuite(get, {
      name: proxy,
      start,
      session: signOnSession,
      identity: { id: 'alice', name, department: 'Médecine' },
      asksSignOn: true,
    });
  behindProxySuite(get, {
    name: 'Apache',
    start: (site) => startApache(site, { alice: { password, name } }),
    session: { Authorization: `Basic ${Buffer.from(`alice:${password}`).toString('base64')}` },
    identity: { id: 'alice', name },
    asksSignOn: false,
  });
});
