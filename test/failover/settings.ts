/** What is set of Patroni: what a hospital would set that wants no signature lost and a short outage. */
export interface PatroniSettings {
  /** Seconds after which a primary that is silent is taken for dead. 20 is the least that Patroni takes. */
  readonly ttl: number;
  /** Seconds between two rounds of each node. */
  readonly loopWait: number;
  /** Seconds for which etcd may be silent before a primary steps down. `loopWait + 2 × retryTimeout` is at most `ttl`. */
  readonly retryTimeout: number;
  /** Whether the primary refuses to commit while it has no synchronous standby. */
  readonly isStrict: boolean;
}

export const patroniSettings: PatroniSettings = { ttl: 20, loopWait: 5, retryTimeout: 5, isStrict: false };

export interface NodePlace {
  readonly name: string;
  readonly folder: string;
  readonly data: string;
  /** Port of PostgreSQL. */
  readonly port: number;
  /** Port by which the other node reaches it. */
  readonly linkPort: number;
  /** Port on which Patroni tells which part the node plays. */
  readonly restPort: number;
}

export interface Passwords {
  readonly superuser: string;
  readonly replication: string;
  readonly rewind: string;
}

export const scope = 'charter';

/** The file of settings of a node, in JSON, which YAML includes. */
export function patroniConfiguration(
  node: NodePlace,
  etcdPort: number,
  postgreSQL: string,
  passwords: Passwords,
  settings: PatroniSettings,
): string {
  const accounts = {
    superuser: { username: 'postgres', password: passwords.superuser },
    replication: { username: 'replicator', password: passwords.replication },
    rewind: { username: 'rewinder', password: passwords.rewind },
  };
  return JSON.stringify(
    {
      scope,
      name: node.name,
      restapi: { listen: `127.0.0.1:${node.restPort}`, connect_address: `127.0.0.1:${node.restPort}` },
      etcd3: { host: `127.0.0.1:${etcdPort}` },
      bootstrap: {
        dcs: {
          ttl: settings.ttl,
          loop_wait: settings.loopWait,
          retry_timeout: settings.retryTimeout,
          synchronous_mode: true,
          synchronous_mode_strict: settings.isStrict,
          // A primary that crashed is not started again in its place: what it had committed alone would be shown, and
          // acknowledged, before the standby has it.
          primary_start_timeout: 0,
          postgresql: {
            use_pg_rewind: true,
            use_slots: true,
            parameters: { max_connections: 100, restart_after_crash: 'off', log_timezone: 'UTC' },
          },
        },
        initdb: [{ encoding: 'UTF8' }, { locale: 'C.UTF-8' }, 'data-checksums'],
        pg_hba: [
          'host replication replicator 127.0.0.1/32 scram-sha-256',
          'host all all 127.0.0.1/32 scram-sha-256',
        ],
        users: {},
      },
      postgresql: {
        listen: `127.0.0.1:${node.port}`,
        connect_address: `127.0.0.1:${node.linkPort}`,
        data_dir: node.data,
        bin_dir: postgreSQL,
        pgpass: `${node.folder}/pgpass`,
        authentication: accounts,
        parameters: { unix_socket_directories: node.folder, password_encryption: 'scram-sha-256' },
        // A node that cannot be rewound is copied anew from the primary.
        remove_data_directory_on_rewind_failure: true,
        remove_data_directory_on_diverged_timelines: true,
      },
    },
    null,
    2,
  );
}

/** HAProxy as Patroni documents it: one address, behind which is whoever Patroni says is the primary. */
export function haproxyConfiguration(port: number, nodes: readonly NodePlace[]): string {
  const servers = nodes.map(
    (node) => `  server ${node.name} 127.0.0.1:${node.port} check port ${node.restPort}`,
  );
  return `global
  maxconn 200

defaults
  mode tcp
  retries 2
  timeout connect 2s
  timeout check 2s
  timeout client 30m
  timeout server 30m

listen primary
  bind 127.0.0.1:${port}
  option httpchk OPTIONS /primary
  http-check expect status 200
  default-server inter 1s fall 2 rise 1 on-marked-down shutdown-sessions
${servers.join('\n')}
`;
}
