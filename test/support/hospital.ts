import pg from 'pg';
import { startDemo } from './demo-server.ts';
import { Network } from './network.ts';
import { startPostgreSQL } from './postgres.ts';

/** A row of the receiver's table. */
export interface Row {
  readonly id: string;
  readonly receivedAt: Date;
  readonly charterDigest: string;
  /** Compact JWS. */
  readonly receipt: string;
}

/** The demo over a PostgreSQL server whose rows can be counted. */
export interface Hospital {
  readonly origin: string;
  /**
   * A way to the demo that a test can hold up: an origin of its own, so also a device's storage of its own.
   *
   * @param address - Where it listens.
   */
  connect(address?: string): Promise<Network>;
  /** The records that bear the name of a person, whoever was connected, asked from the database itself. */
  rowsOf(name: string): Promise<Row[]>;
  close(): Promise<void>;
}

export async function startHospital(): Promise<Hospital> {
  const server = await startPostgreSQL();
  const connectionString = await server.createDatabase();
  const demo = await startDemo({ DATABASE_URL: connectionString, RATE_LIMIT: '0' });
  const database = new pg.Client({ connectionString });
  await database.connect();
  const networks: Network[] = [];
  return {
    origin: demo.origin,
    connect: async (address) => {
      const network = await Network.start(demo.origin, address);
      networks.push(network);
      return network;
    },
    rowsOf: async (name) => {
      const { rows } = await database.query<Row>(
        `select id, received_at as "receivedAt", charter_digest as "charterDigest", receipt
         from charter_signatures where record::json -> 'signer' ->> 'name' = $1`,
        [name],
      );
      return rows;
    },
    close: async () => {
      for (const network of networks) network.close();
      await demo.stop('SIGTERM');
      await database.end();
      await server.remove();
    },
  };
}
