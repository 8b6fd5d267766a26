import type { AccessibilityNotes } from '../support/accessibility.ts';

/** How a charter is signed without a mouse and without a screen. */
export const acknowledgementAccessibility: AccessibilityNotes = {
  roles: [
    ['Titre', 'un vrai titre, au niveau de heading-level ; celui d’une étape est un niveau plus bas'],
    ['Identité, engagements', 'deux groupes, chacun nommé par sa légende'],
    [
      'Champ',
      'une zone de texte nommée, obligatoire ou dite facultative, avec le remplissage automatique du nom, de la ' +
        'fonction et de l’adresse électronique (aucun sur un poste partagé)',
    ],
    ['Engagement', 'une case à cocher, dans la langue de la charte'],
    ['À corriger', 'le champ est dit invalide et décrit par son message'],
    [
      'Ce qui quittera ce navigateur',
      'un contenu à déplier, puis une zone nommée qui se parcourt au clavier',
    ],
    ['Envoi en cours', 'le bouton reste en place, dit indisponible'],
    [
      'Plus personne devant un poste partagé',
      'un dialogue d’alerte, nommé par sa question et décrit par ce qui sera effacé ; son compte à rebours ne se dit pas de lui-même',
    ],
    ['Charte impossible à afficher', 'une alerte, avec un bouton « Réessayer »'],
  ],
  keys: [
    ['Tab', 'va au champ, à la case ou au bouton suivant, dans l’ordre de lecture'],
    ['Espace', 'coche ou décoche un engagement, presse un bouton, déplie les lignes envoyées'],
    ['N’importe quelle touche', 'avant l’effacement d’un poste partagé, dit que la personne est là'],
    ['Entrée', 'dans un champ, va à la relecture ; ne signe jamais depuis le formulaire'],
  ],
  announced: [
    ['La signature part', '« Envoi… »'],
    [
      'La réponse arrive alors que la personne est ailleurs dans la page',
      'le titre du résultat, sans déplacer le focus',
    ],
    [
      'Plus personne devant un poste partagé',
      'le dialogue qui précède l’effacement, une minute avant ; puis, une fois, qu’il reste vingt secondes',
    ],
    ['Le poste partagé vient d’être effacé', 'ce qui a été effacé et pourquoi, une fois'],
    ['Essai terminé', '« Essai terminé : rien n’a été envoyé ni enregistré. »'],
  ],
  focus: [
    ['« Vérifier avant de signer », s’il manque quelque chose', 'le premier champ à corriger'],
    ['« Vérifier avant de signer », si tout y est', 'le titre de la relecture'],
    ['« Signer la charte »', 'le titre du résultat'],
    ['« Revenir et modifier »', 'le premier champ'],
    ['« Voir la nouvelle version »', 'le titre de l’élément'],
    ['« Terminer et effacer »', 'le titre de l’élément'],
    ['Plus personne devant un poste partagé', '« Je suis toujours là » ; ensuite, là où il était'],
    ['Le poste partagé vient d’être effacé, et le focus y était', 'le titre du message'],
  ],
};
