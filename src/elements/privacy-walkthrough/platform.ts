import type { Platform } from '../../networks/platforms.ts';

/** The platform of a browser, as far as it says: the reader can correct it. */
export function guessPlatform(
  browser: Pick<Navigator, 'userAgent' | 'maxTouchPoints'> = navigator,
): Platform {
  const { userAgent, maxTouchPoints } = browser;
  if (/android/i.test(userAgent)) return 'android';
  // iPadOS calls itself a Mac, but no Mac has a touch screen.
  return /iP(hone|ad|od)/.test(userAgent) || (/Mac/.test(userAgent) && maxTouchPoints > 1) ? 'ios' : 'web';
}
