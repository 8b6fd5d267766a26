import { DatabaseUnavailableError, sqlState } from './sql-client.ts';

export interface GroupCommitOptions<Item> {
  /**
   * Adds items in one transaction. Answers, in their order, whether each was added, once the transaction is committed;
   * rejects when none was.
   */
  readonly addAll: (items: readonly Item[]) => Promise<readonly boolean[]>;
  /** How much an item takes, in a unit of one's own. */
  readonly sizeOf: (item: Item) => number;
  /** Items of a group at most. */
  readonly maxItems: number;
  /** Size of a group at most. A larger item goes alone. */
  readonly maxSize: number;
  /** Groups under way at the same time. */
  readonly maxGroups: number;
}

interface Waiting<Item> {
  readonly item: Item;
  readonly resolve: (isAdded: boolean) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Commits together what arrives together: while groups are under way, what comes waits, and is the next group. The more
 * arrives, the larger are the groups, and the fewer commits an item takes.
 */
export class GroupCommit<Item> {
  readonly #options: GroupCommitOptions<Item>;
  #waiting: Waiting<Item>[] = [];
  #underWay = 0;
  #isScheduled = false;

  constructor(options: GroupCommitOptions<Item>) {
    this.#options = options;
  }

  /** Adds an item. Answers whether it was added, once it is committed. */
  add(item: Item): Promise<boolean> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ item, resolve, reject });
      this.#schedule();
    });
  }

  // Not at once: requests that were read from their sockets together go together.
  #schedule(): void {
    if (this.#isScheduled || this.#underWay >= this.#options.maxGroups) return;
    this.#isScheduled = true;
    setImmediate(() => {
      this.#isScheduled = false;
      if (this.#waiting.length === 0) return;
      this.#underWay += 1;
      void this.#commit(this.#takeGroup()).finally(() => {
        this.#underWay -= 1;
        this.#schedule();
      });
      this.#schedule();
    });
  }

  #takeGroup(): Waiting<Item>[] {
    const { maxItems, maxSize, sizeOf } = this.#options;
    let size = 0;
    const end = this.#waiting.findIndex(({ item }, index) => {
      size += sizeOf(item);
      return index > 0 && (index >= maxItems || size > maxSize);
    });
    return this.#waiting.splice(0, end === -1 ? this.#waiting.length : end);
  }

  async #commit(group: readonly Waiting<Item>[]): Promise<void> {
    try {
      const answers = await this.#options.addAll(group.map(({ item }) => item));
      group.forEach(({ resolve }, index) => resolve(answers[index] === true));
    } catch (error) {
      if (isLost(error)) this.#refuse(group, error);
      else if (group.length > 1) await this.#commitOneByOne(group);
      else group[0]!.reject(error);
    }
  }

  // One item is at fault, or another transaction was in the way: its neighbours are not refused for it.
  async #commitOneByOne(group: readonly Waiting<Item>[]): Promise<void> {
    for (const [index, waiting] of group.entries()) {
      try {
        const [isAdded] = await this.#options.addAll([waiting.item]);
        waiting.resolve(isAdded === true);
      } catch (error) {
        if (isLost(error)) {
          this.#refuse(group.slice(index), error);
          return;
        }
        waiting.reject(error);
      }
    }
  }

  // Those who wait behind are refused too: each group would wait anew for a database that is not there.
  #refuse(group: readonly Waiting<Item>[], error: unknown): void {
    for (const { reject } of [...group, ...this.#waiting.splice(0)]) reject(error);
  }
}

/** Whether the database cannot be asked; a transaction that may be tried again (class 40) says nothing of the others. */
function isLost(error: unknown): boolean {
  return error instanceof DatabaseUnavailableError && !sqlState(error.cause)?.startsWith('40');
}
