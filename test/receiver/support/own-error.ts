import { DatabaseUnavailableError } from '../../../receiver/store/sql-client.ts';

/** Rejects with what the database itself answered, also where the client says that the whole database refuses. */
export async function ownError<T>(asked: Promise<T>): Promise<T> {
  try {
    return await asked;
  } catch (error) {
    throw error instanceof DatabaseUnavailableError ? error.cause : error;
  }
}
