import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';

/**
 * The network by which the other machine reaches a database: it can stall, as a cable that is pulled does, and what was
 * on its way is then lost.
 */
export class Link {
  readonly #sockets = new Set<Socket>();
  readonly #server;
  #isStalled = false;

  private constructor(target: number) {
    this.#server = createServer((near) => {
      const far = connect(target, '127.0.0.1');
      for (const [socket, other] of [
        [near, far],
        [far, near],
      ] as const) {
        this.#sockets.add(socket);
        // An end that breaks off takes the other with it.
        socket.on('error', () => undefined);
        socket.once('close', () => {
          this.#sockets.delete(socket);
          other.destroy();
        });
        socket.pipe(other);
      }
      if (this.#isStalled) this.#stop();
    });
  }

  /** @param target - Port of the database. */
  static async open(target: number): Promise<Link> {
    const link = new Link(target);
    link.#server.listen(0, '127.0.0.1');
    await once(link.#server, 'listening');
    return link;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  /** From now on nothing passes, and nobody is told. */
  stall(): void {
    this.#isStalled = true;
    this.#stop();
  }

  /** Loses what was on its way, with its connections; new ones pass. */
  restore(): void {
    this.#isStalled = false;
    for (const socket of this.#sockets) socket.destroy();
  }

  close(): void {
    this.restore();
    this.#server.close();
  }

  #stop(): void {
    for (const socket of this.#sockets) {
      socket.unpipe();
      socket.pause();
    }
  }
}
