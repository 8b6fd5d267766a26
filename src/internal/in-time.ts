/**
 * What a promise resolves to, unless it takes too long: what it was waited for goes on, and is not heard of any more.
 *
 * @param longest - Milliseconds.
 * @param late - What to say when the time is over.
 * @throws Error with `late`, or what the promise rejects with.
 */
export async function inTime<T>(promise: Promise<T>, longest: number, late: string): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const end = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(late)), longest);
  });
  return Promise.race([promise, end]).finally(() => clearTimeout(timer));
}
