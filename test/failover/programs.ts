import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { findPrograms } from '../support/postgres.ts';

/** Where the programs are that make a PostgreSQL pair with automatic failover. */
export interface Programs {
  /** Folder of the PostgreSQL server's programs. */
  readonly postgreSQL: string;
  readonly etcd: string;
  readonly patroni: string;
  readonly haproxy: string;
}

/** The packages of Debian and Ubuntu that have them. Patroni speaks to etcd with `python3-etcd`. */
const packages = ['patroni', 'python3-etcd', 'etcd-server', 'haproxy', 'postgresql'];

/**
 * Looks the programs up where Debian's packages put them, then in the `PATH`.
 *
 * @throws Error saying what to install.
 */
export function findFailoverPrograms(): Programs {
  try {
    return {
      postgreSQL: findPrograms(),
      etcd: find('etcd'),
      patroni: find('patroni'),
      haproxy: find('haproxy'),
    };
  } catch (cause) {
    throw new Error(
      `${(cause as Error).message}. The failover run needs: apt-get install -y --no-install-recommends ${packages.join(' ')}`,
      { cause },
    );
  }
}

function find(name: string): string {
  const folders = ['/usr/bin', '/usr/sbin', ...(process.env['PATH'] ?? '').split(delimiter)];
  const folder = folders.find((each) => existsSync(join(each, name)));
  if (folder === undefined) throw new Error(`The program ${name} is not installed`);
  return join(folder, name);
}
