import type { Language } from './language.ts';

/** What stands for `${0}`, `${1}`… in the texts of the interface, by the name of the parameter in the code. */
const values = {
  address: { fr: 'une adresse', en: 'an address' },
  all: { fr: 'un nombre total', en: 'a total' },
  count: { fr: 'un nombre, ou par exemple « 3 sur 10 »', en: 'a number, or for example “3 of 10”' },
  date: { fr: 'une date', en: 'a date' },
  id: { fr: 'l’identifiant de la charte', en: 'the id of the charter' },
  last: { fr: 'une durée, par exemple « 20 secondes »', en: 'a duration, such as “20 seconds”' },
  left: { fr: 'une durée, par exemple « 30 secondes »', en: 'a duration, such as “30 seconds”' },
  most: { fr: 'le nombre de caractères permis', en: 'how many characters there may be' },
  name: { fr: 'un nom', en: 'a name' },
  network: { fr: 'le nom du réseau', en: 'the name of the network' },
  platform: { fr: 'l’appareil', en: 'the device' },
  reviewed: { fr: 'la date de notre relecture', en: 'the date on which we checked it' },
  settled: { fr: 'le nombre de réglages faits', en: 'how many settings are made' },
  since: { fr: 'une date, avec ou sans l’heure', en: 'a date, with or without the time' },
  time: { fr: 'une heure', en: 'a time' },
  title: { fr: 'le titre de la charte', en: 'the title of the charter' },
  version: { fr: 'un numéro de version', en: 'a version number' },
} as const satisfies Readonly<Record<string, Readonly<Record<Language, string>>>>;

/** A value of a text of the interface, in words; its name where it has none. */
export function interfaceValue(language: Language, name: string): string {
  return Object.hasOwn(values, name) ? values[name as keyof typeof values][language] : name;
}

/** Whether a value has words. */
export const isNamedValue = (name: string): boolean => Object.hasOwn(values, name);
