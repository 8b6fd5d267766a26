import type { IncomingMessage } from 'node:http';

/** Whether a request has several lines of a header. Node keeps the first of some, and joins others with commas. */
export function isRepeated({ headersDistinct }: IncomingMessage, name: string): boolean {
  return (headersDistinct[name.toLowerCase()]?.length ?? 0) > 1;
}
