import { join } from 'node:path';
import { loadCharters } from '../../receiver/domain/charters.ts';
import { createSignatureRecord } from '../../src/signature/index.ts';
import { personPlaceholder, recordIdPlaceholder } from './load-order.ts';

/** The charters of the package: people sign the French one. */
export const chartersFolder = join(import.meta.dirname, '../../locales/content');

export const departments = [
  'Accueil et admissions',
  'Anesthésie-réanimation',
  'Biologie médicale',
  'Blanchisserie',
  'Bloc opératoire',
  'Brancardage',
  'Cardiologie',
  'Chirurgie digestive',
  'Chirurgie orthopédique',
  'Dermatologie',
  'Direction des soins',
  'Direction des systèmes d’information',
  'Endocrinologie',
  'Gériatrie',
  'Gynécologie-obstétrique',
  'Hématologie',
  'Hépato-gastro-entérologie',
  'Hygiène hospitalière',
  'Imagerie médicale',
  'Maladies infectieuses',
  'Médecine interne',
  'Néonatologie',
  'Néphrologie',
  'Neurologie',
  'Oncologie',
  'Ophtalmologie',
  'ORL',
  'Pédiatrie',
  'Pharmacie',
  'Pneumologie',
  'Psychiatrie adulte',
  'Radiothérapie',
  'Restauration',
  'Rhumatologie',
  'SAMU',
  'Services techniques',
  'Soins palliatifs',
  'Stérilisation',
  'Urgences',
  'Urologie',
];

/**
 * Records of people of every department with placeholders for the ids, as JSON: what the elements post for the built-in
 * charter.
 *
 * @param withRefusals - One in eight of them declines.
 */
export async function createRecords(withRefusals: boolean): Promise<string[]> {
  const library = await loadCharters(chartersFolder);
  const { charter, digest } = library.find('social-media', '1.0.0', 'fr')!;
  return Array.from({ length: departments.length * (withRefusals ? 8 : 1) }, (_, index) => {
    const declines = Math.floor(index / departments.length) === 7;
    const record = createSignatureRecord({
      charter,
      digest,
      audience: 'staff',
      signer: {
        name: 'Zoë Lefèvre',
        id: personPlaceholder,
        role: 'Infirmière diplômée d’État',
        department: departments[index % departments.length]!,
      },
      statementIds: declines ? [] : (charter.statements ?? []).map(({ id }) => id),
      ...(declines && { reason: 'Je préfère en parler d’abord.' }),
    });
    return JSON.stringify({ ...record, id: recordIdPlaceholder });
  });
}
