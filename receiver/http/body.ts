import contentType from 'content-type';
import type { MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { ProblemError } from '../domain/problem-error.ts';
import { tooLarge } from '../domain/record-size.ts';

/** How the bytes of one media type become the value that was posted. */
export interface BodyFormat<T = unknown> {
  /** Bytes at most. */
  readonly maxSize: number;
  /** @throws ProblemError when the bytes are not of the format. */
  readonly read: (bytes: Uint8Array) => T | Promise<T>;
}

/**
 * Reads a posted value.
 *
 * @param formats - What is taken, by media type.
 * @throws ProblemError when its media type, size or syntax is not what the receiver takes.
 */
export async function readBody<T>(
  request: Request,
  formats: Readonly<Record<string, BodyFormat<T>>>,
): Promise<T> {
  const type = mediaType(request);
  const format = Object.hasOwn(formats, type) ? formats[type] : undefined;
  if (!format) {
    throw new ProblemError(
      'unsupported-media-type',
      `The body was announced as ${request.headers.get('content-type') ?? 'nothing'}. Send it with ` +
        `Content-Type: ${Object.keys(formats).join(' or ')}, in UTF-8 and not compressed.`,
      { headers: { 'Accept-Post': Object.keys(formats).join(', ') } },
    );
  }
  return format.read(await readBytes(request, format.maxSize));
}

/** The media type of a body, in lower case; empty when it is compressed or not in UTF-8. */
export function mediaType({ headers }: Request): string {
  const encoding = headers.get('content-encoding') ?? 'identity';
  const { type, charset = 'utf-8' } = readContentType(headers);
  return /^utf-?8$/i.test(charset) && encoding.toLowerCase() === 'identity' ? type : '';
}

/** An empty type where the header is missing or malformed. */
export function readContentType(headers: Headers): { type: string; charset?: string } {
  try {
    const { type, parameters } = contentType.parse(headers.get('content-type') ?? '');
    return { type, ...(parameters['charset'] !== undefined && { charset: parameters['charset'] }) };
  } catch {
    return { type: '' };
  }
}

/** Reads no more of a body than so many bytes, whether it says its size or not. */
export function limitBody(maxSize: number): MiddlewareHandler {
  const limit = bodyLimit({
    maxSize,
    onError: () => {
      throw tooLarge(maxSize);
    },
  });
  return (c, next) => {
    // HTTP gives no more bytes than were announced: they can be read at once, which is faster than the stream that the
    // middleware looks for.
    const announced = c.req.header('content-length');
    if (announced !== undefined) {
      if (Number(announced) > maxSize) throw tooLarge(maxSize);
      return next();
    }
    // What the handlers after it throw is answered there: what arrives here is a body that stopped.
    return limit(c, next).catch((error: unknown) => {
      throw error instanceof ProblemError ? error : halfBody(error);
    });
  };
}

async function readBytes(request: Request, maxSize: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(
    await request.arrayBuffer().catch((error: unknown) => {
      throw halfBody(error);
    }),
  );
  if (bytes.byteLength > maxSize) throw tooLarge(maxSize);
  return bytes;
}

function halfBody(cause: unknown): ProblemError {
  return new ProblemError('request-timeout', 'The body stopped before its end. Send the request again.', {
    cause,
  });
}
