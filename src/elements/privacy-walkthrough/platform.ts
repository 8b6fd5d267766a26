import type { LocalizeController } from '../../localization/localize-controller.ts';
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

export function platformName({ msg }: LocalizeController, platform: Platform): string {
  switch (platform) {
    case 'web':
      return msg('Ordinateur', { id: 'privacy-walkthrough.platform-web', desc: 'Device to choose (max 20)' });
    case 'ios':
      return msg('iPhone ou iPad', {
        id: 'privacy-walkthrough.platform-ios',
        desc: 'Device to choose; product names (max 20)',
      });
    case 'android':
      return msg('Android', {
        id: 'privacy-walkthrough.platform-android',
        desc: 'Device to choose; product name (max 20)',
      });
  }
}
