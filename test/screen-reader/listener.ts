import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { findBrowsers } from '../support/browsers.ts';
import { Desktop } from './desktop.ts';
import { Speech } from './speech.ts';

/** The desktop is started anew when it stays silent: only that, never what a page is asked. */
const starts = 3;

/** Firefox without what it shows or fetches on its first day. */
const preferences = {
  'app.normandy.enabled': false,
  'app.update.enabled': false,
  'browser.aboutwelcome.enabled': false,
  'browser.newtabpage.enabled': false,
  'browser.shell.checkDefaultBrowser': false,
  'browser.startup.homepage_override.mstone': 'ignore',
  'browser.startup.page': 0,
  'datareporting.policy.dataSubmissionEnabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'termsofuse.bypassNotification': true,
  'toolkit.telemetry.enabled': false,
};

/** Settings of Orca that differ from its own. */
const orcaSettings = {
  general: {
    startingProfile: ['Default', 'default'],
    firstStart: false,
    enableBraille: false,
    enableSound: false,
    // A person reads through the page at their own pace.
    sayAllOnLoad: false,
    enableKeyEcho: false,
    // What was typed is heard once it is there.
    enableEchoByCharacter: true,
  },
  profiles: { default: { profile: ['Default', 'default'], pronunciations: {}, keybindings: {} } },
  pronunciations: {},
  keybindings: {},
};

/** A person who has a keyboard and ears: a page in Firefox, read by Orca. */
export class Listener {
  readonly speech: Speech;
  readonly #desktop: Desktop;

  private constructor(desktop: Desktop, speech: Speech) {
    this.#desktop = desktop;
    this.speech = speech;
  }

  /**
   * Opens a page and waits until its title is heard.
   *
   * @throws Error with what the programs printed.
   */
  static async open(url: string, title: RegExp): Promise<Listener> {
    for (let start = 1; ; start++) {
      const desktop = await Desktop.start();
      try {
        const listener = await startOrca(desktop).then((speech) => new Listener(desktop, speech));
        await listener.#browse(url, title);
        return listener;
      } catch (error) {
        const printed = `${await desktop.logOf('orca')}\n${await desktop.logOf('firefox')}`;
        await desktop.stop();
        if (start === starts)
          throw new Error(`The page was never heard. Printed:\n${printed}`, { cause: error });
      }
    }
  }

  /**
   * Presses a key, as `xdotool` names it, and waits until all of these are heard, in whatever order.
   *
   * @returns What was heard: a line for each utterance.
   */
  async press(key: string, ...patterns: RegExp[]): Promise<string> {
    this.speech.begin();
    await this.#desktop.xdotool('key', key);
    return this.speech.until(...patterns);
  }

  /**
   * Presses a key again and again until this is heard.
   *
   * @returns What was heard on the way.
   */
  async read(key: string, end: RegExp): Promise<string> {
    const heard: string[] = [];
    for (let most = 100; most > 0; most--) {
      const said = await this.press(key, /./);
      heard.push(said);
      if (end.test(said)) return heard.join('\n');
    }
    throw new Error(`${key} never led to ${end}, but to:\n${heard.join('\n')}`);
  }

  /** Types a word, at the pace at which Orca repeats its letters. */
  async type(word: string): Promise<void> {
    for (const letter of word) await this.press(letter, new RegExp(`^${letter}$`, 'im'));
  }

  close(): Promise<void> {
    return this.#desktop.stop();
  }

  async #browse(url: string, title: RegExp): Promise<void> {
    const profile = join(this.#desktop.home, 'profile');
    await mkdir(profile);
    const lines = Object.entries(preferences).map(
      ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`,
    );
    await writeFile(join(profile, 'user.js'), lines.join('\n'));
    await this.#desktop.run(findBrowsers().firefox, ['--no-remote', '--profile', profile, url]);
    const windows = await this.#desktop.xdotool('search', '--sync', '--onlyvisible', '--class', 'firefox');
    // There is no window manager to do it.
    await this.#desktop.xdotool('windowfocus', '--sync', windows.split('\n')[0]!);
    await this.speech.until(title);
  }
}

async function startOrca(desktop: Desktop): Promise<Speech> {
  const folder = join(desktop.home, 'data/orca');
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'user-settings.conf'), JSON.stringify(orcaSettings));
  const orca = await desktop.run('orca', ['--replace'], {
    PYTHONPATH: join(import.meta.dirname, 'stand-in'),
    PYTHONDONTWRITEBYTECODE: '1',
    SPEECH_FD: '3',
  });
  const speech = new Speech(orca.lines);
  const early = orca.ended.then((code) => {
    throw new Error(`Orca ended with ${code}`);
  });
  early.catch(() => undefined);
  await Promise.race([speech.until(/Screen reader on/), early]);
  return speech;
}
