/** Longest wait before an attempt, in milliseconds: no `Retry-After` asks for more. */
export const longestWait = 60 * 60 * 1000;
