/** What the headers that a trial is given are for, by their names: their values are not looked at. */

/** Headers with which a user, or the proxy that knows them, says who they are. */
const credentials = /auth|cookie|token|user|key/i;
/** Headers in which a page gives its anti-forgery token. */
const tokens = /csrf|xsrf|verificationtoken/i;
/** Of no person: what is asked for, and in which form. */
const impersonal = /^(accept(-.+)?|content-.+|user-agent|origin|referer)$/i;

/** Whether there is one without which the trial is somebody unknown. */
export const holdsCredentials = (headers: Headers): boolean =>
  [...headers.keys()].some((name) => credentials.test(name));

/** Those that hold an anti-forgery token. */
export const tokensIn = (headers: Headers): string[] =>
  [...headers.keys()].filter((name) => tokens.test(name));

/** Those under which rows may be written in somebody's name: any that is not known to be of no person. */
export const namesOfPerson = (headers: Headers): string[] =>
  [...headers.keys()].filter((name) => !impersonal.test(name) && !tokens.test(name));
