/** Someone whom the pretend single sign-on can sign in. Nobody here exists. */
export interface Persona {
  readonly id: string;
  readonly name: string;
  /** What the hospital's directory knows them by: the identity that the receiver records. */
  readonly staffId: string;
  readonly email?: string;
  readonly role: string;
  readonly department: string;
}

export const personas: readonly Persona[] = [
  {
    id: 'maelle',
    name: 'Maëlle Tanguérec',
    staffId: '104872',
    email: 'maelle.tanguerec@ch-valdaulne.example',
    role: 'Infirmière',
    department: 'Médecine polyvalente',
  },
  {
    id: 'sekou',
    name: 'Sékou Brévannes',
    staffId: '208316',
    email: 'sekou.brevannes@ch-valdaulne.example',
    role: 'Interne',
    department: 'Urgences',
  },
  {
    id: 'claude',
    name: 'Claude Arzennec',
    staffId: '103455',
    email: 'claude.arzennec@ch-valdaulne.example',
    role: 'Agent administratif',
    department: 'Admissions et facturation',
  },
  {
    id: 'noor',
    name: 'Noor Lembaye-Vasson',
    staffId: 'EXT-0417',
    role: 'Bionettoyage',
    department: 'Entreprise extérieure',
  },
];
