/**
 * How long code that is loaded later may take before it counts as missing, in milliseconds: a proxy may hold a connection
 * for ever, and a person waits. One time for a part and its files, so that who tries again asks for them anew.
 */
export const longestLoad = 20_000;

/** A page that was frozen, or a computer that slept, has the whole time go by in one of them: the others are still to come. */
const slices = 4;

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
    const wait = (left: number): void => {
      timer = setTimeout(() => (left > 1 ? wait(left - 1) : reject(new Error(late))), longest / slices);
    };
    wait(slices);
  });
  return Promise.race([promise, end]).finally(() => clearTimeout(timer));
}
