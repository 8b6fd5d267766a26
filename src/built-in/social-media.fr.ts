// Generated from locales/content/social-media.fr.json: edit that file.
export default {
  schema: 'charter/1',
  id: 'social-media',
  version: '1.0.0',
  locale: 'fr',
  title: 'Charte de bon usage des réseaux sociaux',
  summary:
    'Des repères clairs pour publier et échanger en ligne tout en protégeant les personnes soignées, leurs proches et les équipes.',
  issuer: { name: 'L’établissement' },
  effectiveFrom: '2026-12-01',
  sections: [
    {
      id: 'why-it-matters',
      title: 'Pourquoi en parler à l’hôpital',
      audiences: ['staff', 'patients', 'visitors'],
      since: '1.0.0',
      body: [
        {
          type: 'paragraph',
          text: 'Une photo de plateau de self, trois mots après une nuit difficile, une question posée à sa promotion : les réseaux sociaux font partie de la vie à l’hôpital. D’un hôpital à l’autre, des équipes y comparent leurs méthodes et s’entraident ; des malades s’y sentent moins seuls. Cette charte ne cherche pas à vous en éloigner.',
        },
        {
          type: 'paragraph',
          text: 'Mais un message en ligne est privé et public à la fois : vous écrivez à vos proches, et d’autres vous lisent. Il part à l’instant, depuis n’importe quel appareil, et des copies restent quand vous l’effacez. Bloquer ces sites sur le réseau de l’établissement ne protégerait personne, puisque tout le monde a un téléphone en poche. Mieux vaut un peu d’attention au moment de publier.',
        },
      ],
      plain: [
        'Les réseaux sociaux sont utiles.',
        'Mais des inconnus peuvent lire vos messages.',
        'Un message effacé peut avoir été copié.',
        'Prenez un instant avant de publier.',
      ],
    },
    {
      id: 'who-is-concerned',
      title: 'À qui s’adresse cette charte',
      audiences: ['staff', 'patients', 'visitors'],
      since: '1.0.0',
      body: [
        {
          type: 'paragraph',
          text: 'Elle s’adresse à toutes les personnes qui travaillent ou se forment ici : soin, administration, technique, mais aussi élèves, stagiaires, bénévoles et entreprises extérieures. Si vous êtes en soins ou en visite, plusieurs sections ont été écrites pour vous.',
        },
        {
          type: 'paragraph',
          text: 'Signer, c’est attester que vous avez lu la charte. Elle rappelle des règles qui existent sans elle et propose des habitudes pour les suivre. Un doute avant de publier ? Parlez-en à votre encadrement si vous travaillez ici, sinon à l’équipe du service.',
        },
      ],
      plain: [
        'La charte est pour le personnel, les stagiaires, les patients et les visiteurs.',
        'Signer veut dire : j’ai lu la charte.',
        'Vous hésitez ? Demandez avant de publier.',
      ],
    },
    {
      id: 'your-information',
      title: 'Vos informations sont protégées',
      audiences: ['patients'],
      since: '1.0.0',
      body: [
        {
          type: 'paragraph',
          text: 'Ce que vous confiez ici, ce que l’on voit ou comprend de votre état, le simple fait de votre séjour : le secret couvre tout cela. Il s’impose à l’ensemble du personnel, de l’accueil au bloc opératoire. La charte de la personne hospitalisée le rappelle aussi.',
        },
        {
          type: 'legal-reference',
          code: 'Code de la santé publique',
          article: 'L. 1110-4',
          href: 'https://www.legifrance.gouv.fr/codes/article_lc/LEGIARTI000043895798',
          text: 'Toute personne prise en charge par un professionnel de santé […] a droit au respect de sa vie privée et du secret des informations la concernant.',
        },
        {
          type: 'paragraph',
          text: 'Si vous découvrez une publication du personnel à votre sujet, prévenez l’encadrement du service : on vous aidera à en demander le retrait. Et si quelqu’un de l’équipe décline votre demande de contact, n’y voyez aucune froideur. Son compte personnel est réservé à sa vie personnelle.',
        },
      ],
      plain: [
        'Le personnel garde le secret sur vous et sur votre santé.',
        'Le personnel a publié quelque chose sur vous ? Prévenez l’encadrement du service.',
        'Une personne de l’équipe peut refuser d’être votre contact en ligne. C’est normal.',
      ],
    },
    {
      id: 'patients',
      title: 'Raconter votre séjour',
      audiences: ['patients'],
      since: '1.0.0',
      body: [
        {
          type: 'paragraph',
          text: 'Votre histoire est à vous. Vous pouvez parler de votre maladie, remercier une équipe, dire que l’attente aux urgences vous a paru longue. Le secret lie le personnel, il ne vous lie pas.',
        },
        {
          type: 'paragraph',
          text: 'Regardez seulement qui d’autre apparaît. La personne du lit voisin n’a peut-être pas envie d’être vue, ni l’élève qui prend votre tension. Pensez aussi à vous : sur un bracelet ou une ordonnance, votre nom et vos traitements se lisent en agrandissant l’image.',
        },
        {
          type: 'paragraph',
          text: 'Quelque chose s’est mal passé ? L’équipe ou le service des relations avec les usagers peut vérifier et vous répondre. En public, l’établissement n’a pas le droit d’évoquer votre dossier, même pour s’expliquer. Critiquer reste permis ; l’injure et la diffamation ne le sont pas.',
        },
        {
          type: 'paragraph',
          text: 'Les groupes de malades réconfortent souvent. Avant de changer un traitement sur la foi d’un message, demandez l’avis de l’équipe.',
        },
      ],
      plain: [
        'Vous avez le droit de raconter votre séjour.',
        'Ne montrez pas les autres sans leur accord.',
        'Évitez de montrer votre ordonnance ou votre bracelet.',
        'Un problème ? Parlez-en à l’équipe.',
        'Ne changez pas votre traitement à cause d’un message lu en ligne.',
      ],
    },
    {
      id: 'visitors',
      title: 'Donner des nouvelles d’une personne hospitalisée',
      audiences: ['visitors'],
      since: '1.0.0',
      body: [
        {
          type: 'paragraph',
          text: 'Vous sortez de la chambre et les messages s’accumulent : tout le monde veut savoir comment va votre sœur. C’est à elle de choisir ce qui se dit, à qui et où. Demandez-lui, même pour une bonne nouvelle. Si elle ne peut pas répondre, un message privé aux plus proches suffit.',
        },
        {
          type: 'paragraph',
          text: 'Une naissance, une opération, un résultat appartiennent d’abord à la personne concernée. Quant aux explications de l’équipe, demandez avant de les enregistrer et gardez-les pour vous.',
        },
      ],
      plain: [
        'C’est à la personne malade de choisir ce que l’on dit d’elle.',
        'Demandez-lui avant de publier.',
        'Elle ne peut pas répondre ? Écrivez seulement à ses proches.',
        'N’enregistrez pas l’équipe sans le lui demander.',
      ],
    },
    {
      id: 'during-your-visit',
      title: 'Photos et téléphone pendant la visite',
      audiences: ['visitors'],
      since: '1.0.0',
      body: [
        {
          type: 'paragraph',
          text: 'Beaucoup de gens, à l’hôpital, préféreraient ne pas y être vus. Avant une photo de famille autour du lit, regardez ce qu’il y a derrière : une autre personne, une porte ouverte, un tableau de service. En salle d’attente et dans les couloirs, le plus simple est de laisser l’appareil dans la poche.',
        },
        {
          type: 'paragraph',
          text: 'Quand l’équipe vous demande de ranger votre téléphone, elle pense aux personnes qu’elle soigne. Si quelque chose vous contrarie, l’encadrement vous écoutera.',
        },
      ],
      plain: [
        'Regardez ce qu’il y a derrière avant de prendre une photo.',
        'Évitez les photos dans les couloirs et en salle d’attente.',
        'L’équipe vous demande de ranger votre téléphone ? Faites-le, s’il vous plaît.',
        'Vous n’êtes pas d’accord ? Parlez-en à l’encadrement.',
      ],
    },
    {
      id: 'professional-secrecy',
      title: 'Le secret professionnel',
      audiences: ['staff'],
      since: '1.0.0',
      body: [
        {
          type: 'paragraph',
          text: 'Le secret protège la personne soignée. Il couvre sa maladie, mais aussi son nom, sa présence dans le service ou la querelle de famille évoquée pendant les transmissions. Il s’impose à qui soigne comme à qui édite les factures ou répare le scope, à l’élève en stage comme à l’entreprise de nettoyage.',
        },
        {
          type: 'legal-reference',
          code: 'Code de la santé publique',
          article: 'L. 1110-4',
          href: 'https://www.legifrance.gouv.fr/codes/article_lc/LEGIARTI000043895798',
          text: 'Toute personne prise en charge par un professionnel de santé […] a droit au respect de sa vie privée et du secret des informations la concernant. […] ce secret couvre l’ensemble des informations concernant la personne venues à la connaissance du professionnel, de tout membre du personnel de ces établissements, services ou organismes et de toute autre personne en relation, de par ses activités, avec ces établissements ou organismes. Il s’impose à tous les professionnels intervenant dans le système de santé.',
        },
        {
          type: 'paragraph',
          text: 'Taire le nom ne suffit pas. « Un homme de 34 ans arrivé cette nuit après la fête du village » : la moitié du canton a compris. Une date, un cas rare, un tatouage, la présence d’un proche se recoupent en quelques minutes. Demandez-vous si quelqu’un qui connaît cette personne pourrait la reconnaître. Dans le doute, ne publiez pas.',
        },
        {
          type: 'paragraph',
          text: 'Même floutée, l’image d’une prescription, d’une étiquette ou de l’écran du poste de soins peut en dire autant qu’une phrase.',
        },
      ],
      plain: [
        'Tout le monde ici est tenu au secret, quel que soit le métier.',
        'Le secret couvre le nom, la maladie, la présence et la famille.',
        'Enlever le nom ne suffit pas.',
        'Si quelqu’un peut reconnaître la personne, ne publiez pas.',
      ],
    },
    {
      id: 'legal-landmarks',
      title: 'Ce que disent les textes',
      audiences: ['staff'],
      since: '1.0.0',
      body: [
        {
          type: 'paragraph',
          text: 'Révéler un secret est un délit. L’article 226-13 n’exige pas que la révélation soit publique : un message à une seule personne peut suffire.',
        },
        {
          type: 'legal-reference',
          code: 'Code pénal',
          article: '226-13',
          href: 'https://www.legifrance.gouv.fr/codes/article_lc/LEGIARTI000006417945',
          text: 'La révélation d’une information à caractère secret par une personne qui en est dépositaire soit par état ou par profession, soit en raison d’une fonction ou d’une mission temporaire, est punie d’un an d’emprisonnement et de 15 000 euros d’amende.',
        },
        { type: 'paragraph', text: 'La loi seule fixe les exceptions.' },
        {
          type: 'legal-reference',
          code: 'Code pénal',
          article: '226-14',
          href: 'https://www.legifrance.gouv.fr/codes/article_lc/LEGIARTI000044394223',
          text: 'L’article 226-13 n’est pas applicable dans les cas où la loi impose ou autorise la révélation du secret.',
        },
        {
          type: 'paragraph',
          text: 'L’article L. 1110-4 du code de la santé publique, lui, réprime un autre acte : obtenir ces informations, ou essayer, sans en avoir le droit. La curiosité pour le dossier d’un voisin n’est donc pas anodine, même si l’on n’en dit rien.',
        },
        {
          type: 'paragraph',
          text: 'Les professions de santé retrouvent ensuite le secret dans leurs propres règles, à commencer par les médecins.',
        },
        {
          type: 'legal-reference',
          code: 'Code de la santé publique',
          article: 'R. 4127-4',
          text: 'Le secret professionnel, institué dans l’intérêt des patients, s’impose à tout médecin dans les conditions établies par la loi. Le secret couvre tout ce qui est venu à la connaissance du médecin dans l’exercice de sa profession, c’est-à-dire non seulement ce qui lui a été confié, mais aussi ce qu’il a vu, entendu ou compris.',
        },
        { type: 'legal-reference', code: 'Code de la santé publique', article: 'R. 4127-72' },
        {
          type: 'legal-reference',
          code: 'Code de la santé publique',
          article: 'R. 4127-73',
          text: 'Le médecin doit protéger contre toute indiscrétion les documents médicaux concernant les personnes qu’il a soignées ou examinées, quels que soient le contenu et le support de ces documents. Il en va de même des informations médicales dont il peut être le détenteur.',
        },
        {
          type: 'paragraph',
          text: 'L’article R. 4127-72 concerne l’entourage professionnel : au médecin de s’assurer que les personnes qui l’assistent connaissent le secret et le gardent. Le suivant vise aussi les cours et les publications : personne ne doit y être identifiable sans avoir donné son accord.',
        },
        {
          type: 'paragraph',
          text: 'Les chirurgiens-dentistes ont la même obligation ; là aussi, seule la loi peut y déroger.',
        },
        { type: 'legal-reference', code: 'Code de la santé publique', article: 'R. 4127-206' },
        {
          type: 'paragraph',
          text: 'Pour la profession infirmière, deux articles se complètent ; le second nomme aussi les élèves.',
        },
        {
          type: 'legal-reference',
          code: 'Code de la santé publique',
          article: 'R. 4312-5',
          text: 'Le secret professionnel s’impose à tout infirmier, dans les conditions établies par la loi. L’infirmier instruit les personnes qui l’assistent de leurs obligations en matière de secret professionnel.',
        },
        {
          type: 'legal-reference',
          code: 'Code de la santé publique',
          article: 'L. 4314-3',
          text: 'Les infirmiers et infirmières et les étudiants des instituts de formation préparant à l’exercice de la profession sont tenus au secret professionnel dans les conditions et sous les réserves énoncées aux articles 226-13 et 226-14 du code pénal.',
        },
        {
          type: 'paragraph',
          text: 'Pour les sages-femmes, l’article à lire est en vigueur depuis le 1er janvier 2026.',
        },
        {
          type: 'legal-reference',
          code: 'Code de la santé publique',
          article: 'R. 4127-304',
          href: 'https://www.legifrance.gouv.fr/codes/article_lc/LEGIARTI000053301988',
          text: 'Le secret couvre tout ce qui est venu à la connaissance de la sage-femme dans l’exercice de sa profession, à savoir ce qui lui a été confié et ce qu’elle a vu, entendu ou compris. La sage-femme informe les personnes qui l’assistent dans son exercice de leurs obligations en matière de secret professionnel.',
        },
        {
          type: 'paragraph',
          text: 'Les pharmaciens sont tenus au secret comme tous les professionnels du système de santé. Leur code de déontologie a été renouvelé en mars 2026 : reportez-vous à sa nouvelle version.',
        },
      ],
      plain: [
        'Révéler un secret peut être puni par la loi.',
        'Un message à une seule personne peut suffire.',
        'Chercher à obtenir ces informations sans en avoir le droit est aussi interdit.',
      ],
    },
    {
      id: 'discretion-and-reserve',
      title: 'Secret, discrétion, réserve : trois choses différentes',
      audiences: ['staff'],
      since: '1.0.0',
      body: [
        {
          type: 'list',
          items: [
            [{ strong: 'Le secret' }, ' protège la personne : sa santé, sa vie privée, sa présence ici.'],
            [
              { strong: 'La discrétion professionnelle' },
              ' protège le service : un planning, une panne, un incident, un code de porte restent à l’intérieur.',
            ],
            [
              { strong: 'La réserve' },
              ' touche à la manière : le ton, les mots, le moment. L’opinion, elle, reste libre.',
            ],
          ],
        },
        {
          type: 'paragraph',
          text: 'Pour les agents publics, le code général de la fonction publique rappelle le secret à l’article L. 121-6, en renvoyant au code pénal. L’article L. 121-7 étend la discrétion à ce que le travail vous fait connaître ; seules la loi ou une décision expresse de l’autorité peuvent vous en délier.',
        },
        { type: 'legal-reference', code: 'Code général de la fonction publique', article: 'L. 121-6' },
        { type: 'legal-reference', code: 'Code général de la fonction publique', article: 'L. 121-7' },
        {
          type: 'paragraph',
          text: 'La réserve n’a pas d’article dans ce code : les juges l’ont dessinée. Elle vaut aussi hors du service, pour les titulaires comme pour le personnel contractuel, et s’apprécie selon les responsabilités, les circonstances et l’écho donné aux propos. Dans un établissement privé, le secret est le même et la discipline relève du droit du travail.',
        },
      ],
      plain: [
        'Le secret protège les personnes.',
        'La discrétion protège le travail du service.',
        'La réserve concerne la façon de parler.',
        'Vous gardez le droit d’avoir vos opinions.',
      ],
    },
    {
      id: 'image-of-the-institution',
      title: 'La réputation d’une équipe',
      audiences: ['staff'],
      since: '1.0.0',
      body: [
        {
          type: 'paragraph',
          text: 'Avant une consultation, beaucoup de gens cherchent l’établissement en ligne. Ils peuvent tomber sur une vidéo tournée au poste de soins ou sur une vieille querelle entre collègues. Les équipes en souffrent ; la confiance aussi.',
        },
        {
          type: 'paragraph',
          text: 'La plupart des dérapages sont de simples maladresses. Certains mots tombent cependant sous le coup de la loi, même quand personne n’est nommé mais que tout le monde devine.',
        },
        {
          type: 'legal-reference',
          code: 'Loi du 29 juillet 1881 sur la liberté de la presse',
          article: '29',
          text: 'Toute allégation ou imputation d’un fait qui porte atteinte à l’honneur ou à la considération de la personne ou du corps auquel le fait est imputé est une diffamation. […] Toute expression outrageante, termes de mépris ou invective qui ne renferme l’imputation d’aucun fait est une injure.',
        },
        {
          type: 'paragraph',
          text: 'La diffamation attribue donc à quelqu’un un fait qui touche à son honneur ; l’injure blesse sans rien affirmer. Un désaccord argumenté n’est, en soi, ni l’une ni l’autre.',
        },
      ],
      plain: [
        'Un message en ligne peut blesser toute une équipe.',
        'Insulter une personne est puni par la loi.',
        'L’accuser d’un fait qui salit son honneur peut l’être aussi.',
        'Vous pouvez dire votre désaccord, avec respect.',
      ],
    },
    {
      id: 'private-and-professional',
      title: 'Vie privée, vie professionnelle',
      audiences: ['staff'],
      since: '1.0.0',
      body: [
        {
          type: 'paragraph',
          text: 'Gardez un compte pour vos proches et, si vous en avez l’usage, un autre pour votre métier. Sur le premier, réfléchissez avant d’indiquer votre employeur : une fois ce nom affiché, tout ce que vous publiez peut lui être rattaché, des vacances aux coups de colère. La mention « mes propos n’engagent que moi » n’empêche personne de faire le lien.',
        },
        {
          type: 'paragraph',
          text: 'Sur un profil professionnel, parlez comme vous parleriez dans le service. Partout, méfiez-vous des détails anodins : un tableau de service en photo dit à des inconnus à quelle heure vous partez, vous et vos collègues.',
        },
      ],
      plain: [
        'Gardez un compte pour vos proches et un autre pour le travail.',
        'Réfléchissez avant d’écrire où vous travaillez.',
        'Ne publiez pas vos horaires.',
      ],
    },
    {
      id: 'patients-online',
      title: 'Quand une personne soignée vous écrit',
      audiences: ['staff'],
      since: '1.0.0',
      body: [
        {
          type: 'paragraph',
          text: 'Après une sortie, une demande de contact arrive, souvent par gratitude. Déclinez-la sur votre compte personnel. Soigner demande un peu de distance, et le seul fait de figurer parmi vos contacts peut révéler un passage dans le service. Quelques mots suffisent : « Merci beaucoup. Je ne prends pas de contacts liés à mon travail, mais l’équipe aura votre message. »',
        },
        {
          type: 'paragraph',
          text: 'Pas d’avis médical personnel en ligne non plus, même pour une vieille connaissance. Devant la photo d’une plaie, vous n’avez ni dossier ni examen. Orientez vers une consultation ou, en cas d’urgence, le 15.',
        },
      ],
      plain: [
        'Un patient vous demande comme contact ? Dites non, avec gentillesse.',
        'Ne donnez pas de conseil médical en ligne.',
        'Dites à la personne de consulter, ou d’appeler le 15 si c’est urgent.',
      ],
    },
    {
      id: 'closed-groups',
      title: 'Groupes fermés et messageries',
      audiences: ['staff'],
      since: '1.0.0',
      body: [
        {
          type: 'paragraph',
          text: 'Un fil pour échanger des gardes, un groupe de promotion, une story réservée aux intimes semblent à l’abri. Il suffit pourtant d’une capture d’écran, d’un transfert ou d’un seul membre aux réglages trop larges pour que l’échange en sorte.',
        },
        {
          type: 'paragraph',
          text: 'Parlez-y d’organisation, de concours, de covoiturage, mais d’aucune personne soignée. Pour demander un avis sur un cas, utilisez les outils de l’établissement : l’article L. 1110-4 réserve l’échange aux professionnels identifiés qui participent tous à la prise en charge, et à ce qui est strictement nécessaire. Le règlement européen interdit d’ailleurs, sauf exceptions, de traiter des données de santé.',
        },
        { type: 'legal-reference', code: 'Règlement général sur la protection des données', article: '9' },
      ],
      plain: [
        'Un groupe fermé n’est pas un lieu secret.',
        'Ne parlez pas des patients dans ces groupes.',
        'Pour demander un avis, utilisez les outils de l’établissement.',
      ],
    },
    {
      id: 'speaking-for-the-institution',
      title: 'Parler au nom de l’établissement',
      audiences: ['staff'],
      since: '1.0.0',
      body: [
        {
          type: 'paragraph',
          text: 'Seules les personnes qui en ont reçu la mission parlent pour l’établissement. Relayez ses publications autant que vous voulez. Pour ouvrir la page d’un service, utiliser le logo ou répondre à la presse, voyez d’abord avec le service de communication.',
        },
        {
          type: 'paragraph',
          text: 'Vous tombez sur un avis rageur, une rumeur, une photo prise dans l’unité ? Notez l’adresse et prévenez votre encadrement ou la communication, qui jugera de la portée du message et de la réponse à donner, parfois aucune. Écrire « c’est faux, cette dame n’a jamais été opérée ici », c’est déjà parler d’une patiente.',
        },
      ],
      plain: [
        'Ne parlez pas à la place de l’établissement.',
        'Vous voyez un message qui nuit au service ? Ne répondez pas.',
        'Prévenez votre encadrement ou la communication.',
      ],
    },
    {
      id: 'health-information',
      title: 'Parler de santé au public',
      audiences: ['staff'],
      since: '1.0.0',
      body: [
        {
          type: 'paragraph',
          text: 'Quand vous indiquez votre profession, on vous croit. Partagez des informations vérifiées, datées, accompagnées de leur source, et dites ce qui reste incertain. N’affichez que le titre que vous détenez. Un cas inventé, présenté comme tel, vaut mieux qu’un cas réel maquillé.',
        },
        {
          type: 'paragraph',
          text: [
            'Écartez les partenariats rémunérés, les jeux-concours et la publicité. Pour la profession infirmière, ',
            {
              link: 'https://www.ordre-infirmiers.fr/recommandations-aux-infirmiers-en-matiere-d-information-et-de-publicite',
              text: 'l’Ordre national a publié des recommandations',
            },
            ' en janvier 2025, réseaux sociaux compris.',
          ],
        },
      ],
      plain: [
        'Partagez seulement des informations vérifiées.',
        'Dites d’où elles viennent.',
        'Ne faites pas de publicité.',
        'Ne racontez pas un vrai cas. Inventez un exemple et dites-le.',
      ],
    },
    {
      id: 'artificial-intelligence',
      title: 'Intelligence artificielle',
      audiences: ['staff'],
      since: '1.0.0',
      body: [
        {
          type: 'paragraph',
          text: 'Il est tentant de faire résumer ses transmissions par un assistant en ligne. Ce que vous y collez part chez un tiers : n’y mettez rien qui vienne d’un dossier, à moins que l’établissement n’ait validé l’outil pour cet usage. Et relisez ce que la machine écrit, car c’est vous que l’on croira.',
        },
        {
          type: 'paragraph',
          text: 'Créer ou retoucher l’image ou la voix d’une vraie personne demande son accord et une mention claire. L’article 226-8 du code pénal punit la diffusion de tels contenus sans cet accord, quand leur origine n’est ni évidente ni signalée. Même pour le montage d’un pot de départ, posez la question à la personne fêtée.',
        },
        { type: 'legal-reference', code: 'Code pénal', article: '226-8' },
      ],
      plain: [
        'Ne copiez rien d’un dossier dans un outil d’intelligence artificielle.',
        'Ne créez pas de fausse image d’une vraie personne sans son accord.',
        'Dites toujours quand une image est artificielle.',
      ],
    },
    {
      id: 'images-of-people',
      title: 'Photos, vidéos et voix',
      audiences: ['staff', 'patients', 'visitors'],
      since: '1.0.0',
      body: [
        {
          type: 'paragraph',
          text: 'Le code civil protège la vie privée, et les juges en ont tiré le droit à l’image : dès que quelqu’un est reconnaissable, demandez son accord par écrit avant de publier. Pour un enfant, demandez celui de ses parents.',
        },
        {
          type: 'legal-reference',
          code: 'Code civil',
          article: '9',
          href: 'https://www.legifrance.gouv.fr/codes/article_lc/LEGIARTI000006419288',
          text: 'Chacun a droit au respect de sa vie privée.',
        },
        {
          type: 'paragraph',
          text: 'Regardez l’arrière-plan : un visage dans un miroir, un nom sur une porte, un brancard au bout du couloir. Poser pour un souvenir n’est pas accepter une publication, et l’on demande aussi avant d’associer un nom à un visage. Là où l’on soigne, le personnel ne prend ni photo ni vidéo pour son usage personnel.',
        },
      ],
      plain: [
        'Demandez l’accord des personnes avant de publier leur image.',
        'Pour un enfant, demandez l’accord écrit des parents.',
        'Regardez qui est derrière sur la photo.',
      ],
    },
    {
      id: 'privacy-settings',
      title: 'Régler la confidentialité de vos comptes',
      audiences: ['staff', 'patients', 'visitors'],
      since: '1.0.0',
      body: [
        {
          type: 'paragraph',
          text: 'Chaque réseau a ses réglages : qui voit vos publications, récentes ou anciennes, qui peut vous écrire, vous identifier, vous retrouver. Prenez quelques minutes pour chacun et recommencez deux fois par an, car les menus changent.',
        },
        {
          type: 'paragraph',
          text: 'À l’hôpital, coupez la géolocalisation et l’envoi automatique de vos photos en ligne. Une position suffit parfois à dire qu’une personne est en soins ou en poste. De bons réglages limitent les indiscrétions, sans rendre secret ce que vous publiez.',
        },
      ],
      plain: [
        'Réglez qui peut voir vos messages.',
        'Vérifiez ces réglages deux fois par an.',
        'Coupez la localisation quand vous êtes à l’hôpital.',
      ],
    },
    {
      id: 'mistakes',
      title: 'Une erreur ? Agissez vite',
      audiences: ['staff', 'patients', 'visitors'],
      since: '1.0.0',
      body: [
        { type: 'paragraph', text: 'Cela arrive à tout le monde de publier trop vite.' },
        {
          type: 'list',
          items: [
            'Notez l’adresse et l’heure, puis retirez la publication.',
            'Demandez aux personnes qui l’ont reprise de la supprimer et, si besoin, écrivez au réseau.',
            'Prévenez sans attendre votre encadrement ou, si vous êtes en soins ou en visite, l’équipe du service.',
          ],
        },
        {
          type: 'paragraph',
          text: 'Si des informations sur une personne soignée ont circulé, n’essayez pas d’arranger les choses sans aide : l’établissement verra avec vous ce qu’il faut lui dire.',
        },
      ],
      plain: [
        'Tout le monde peut se tromper.',
        'Retirez votre message.',
        'Demandez aux autres de le retirer aussi.',
        'Prévenez tout de suite.',
      ],
    },
    {
      id: 'what-stays-free',
      title: 'Ce qui reste libre',
      audiences: ['staff'],
      since: '1.0.0',
      body: [
        {
          type: 'paragraph',
          text: 'Travailler ici ne vous prive pas de parole. Vos opinions vous appartiennent et vos droits syndicaux restent entiers.',
        },
        {
          type: 'legal-reference',
          code: 'Code général de la fonction publique',
          article: 'L. 111-1',
          text: 'La liberté d’opinion est garantie aux agents publics.',
        },
        {
          type: 'list',
          items: [
            'Échanger avec des collègues d’ailleurs, suivre l’actualité de votre métier, encourager quelqu’un qui prépare un concours.',
            'Rire du café de la machine ou de vos chaussettes de contention : l’humour qui ne blesse personne fait du bien.',
            'Consulter votre téléphone en pause ; seul pose problème un usage qui déborde sur le travail.',
          ],
        },
        {
          type: 'paragraph',
          text: 'La charte ne limite aucun signalement prévu par la loi. L’article 226-14 du code pénal permet d’informer de privations ou de sévices les autorités judiciaires, médicales ou administratives. Un réseau social n’en est pas une : y raconter les faits exposerait la personne que vous voulez protéger.',
        },
      ],
      plain: [
        'Vous êtes libre de vos opinions.',
        'Vos droits syndicaux ne changent pas.',
        'Vous pouvez échanger, rire et faire une pause.',
        'Vous voyez des violences ? Prévenez les autorités, pas un réseau social.',
      ],
    },
    {
      id: 'managers',
      title: 'Si vous encadrez une équipe',
      audiences: ['staff'],
      since: '1.0.0',
      body: [
        {
          type: 'paragraph',
          text: 'Le code de la santé publique demande aux médecins, aux sages-femmes et à la profession infirmière d’instruire du secret les personnes qui les assistent. Présentez la charte à chaque arrivée, y compris aux stagiaires et aux entreprises extérieures ; dix minutes après la relève suffisent.',
        },
        {
          type: 'paragraph',
          text: 'Montrez l’exemple : pas de planning nominatif sur une messagerie grand public, et pas de surveillance des comptes privés. Si l’on vous signale une publication, écoutez d’abord, protégez la personne soignée, distinguez la maladresse de la malveillance et gardez une réponse proportionnée.',
        },
      ],
      plain: [
        'Expliquez la charte aux nouvelles personnes de l’équipe.',
        'Ne surveillez pas les comptes privés.',
        'En cas d’erreur, écoutez d’abord.',
      ],
    },
  ],
  practices: [
    {
      id: 'no-identification',
      group: 'Protéger les personnes soignées',
      text: 'Je ne publie rien qui permette de reconnaître une personne soignée, même sans son nom.',
      why: 'Une date, un lieu ou un cas rare suffisent souvent à la retrouver.',
      audiences: ['staff'],
      required: true,
    },
    {
      id: 'no-photos-in-care-areas',
      group: 'Protéger les personnes soignées',
      text: 'Je ne prends ni photo ni vidéo personnelle là où l’on soigne.',
      why: 'Un nom sur une porte ou un visage au fond du couloir échappe facilement à l’œil.',
      audiences: ['staff'],
      required: true,
    },
    {
      id: 'no-documents',
      group: 'Protéger les personnes soignées',
      text: 'Je ne montre aucune prescription, étiquette ou image d’écran, même masquée.',
      why: 'Ce que l’on croit caché se devine souvent par recoupement.',
      audiences: ['staff'],
      required: true,
    },
    {
      id: 'decline-contact-requests',
      group: 'Protéger les personnes soignées',
      text: 'Je décline les demandes de contact des personnes soignées sur mon compte personnel.',
      why: 'Leur passage ici reste ainsi secret et la relation de soin garde sa distance.',
      audiences: ['staff'],
      required: false,
    },
    {
      id: 'ask-before-publishing',
      group: 'Respecter l’image de chaque personne',
      text: 'Je demande leur accord aux personnes reconnaissables avant de publier leur image ou leur voix.',
      why: 'Chaque personne décide de ce que l’on montre d’elle.',
      audiences: ['staff', 'patients', 'visitors'],
      required: true,
    },
    {
      id: 'check-background',
      group: 'Respecter l’image de chaque personne',
      text: 'Je regarde l’arrière-plan avant de publier une photo prise à l’hôpital.',
      why: 'Quelqu’un peut s’y trouver sans le savoir.',
      audiences: ['staff', 'patients', 'visitors'],
      required: false,
    },
    {
      id: 'no-artificial-likeness',
      group: 'Respecter l’image de chaque personne',
      text: 'Je ne diffuse l’image ou la voix artificielle d’une vraie personne qu’avec son accord et en le signalant.',
      why: 'Un faux bien fait trompe ses proches comme le public, et la loi l’encadre.',
      audiences: ['staff'],
      required: false,
    },
    {
      id: 'review-settings',
      group: 'Garder la main sur ses publications',
      text: 'Je vérifie deux fois par an qui peut voir mes publications, anciennes comprises.',
      why: 'Les réseaux modifient leurs menus sans toujours prévenir.',
      audiences: ['staff', 'patients', 'visitors'],
      required: false,
    },
    {
      id: 'location-off',
      group: 'Garder la main sur ses publications',
      text: 'À l’hôpital, je coupe la géolocalisation et l’envoi automatique de mes photos.',
      why: 'Un point sur une carte peut dire qui se soigne ou travaille ici.',
      audiences: ['staff', 'patients', 'visitors'],
      required: false,
    },
    {
      id: 'separate-accounts',
      group: 'Garder la main sur ses publications',
      text: 'Je sépare mes comptes personnels de mes comptes professionnels.',
      why: 'Vos proches et vos collègues n’attendent pas les mêmes nouvelles de vous.',
      audiences: ['staff'],
      required: false,
    },
    {
      id: 'employer-on-profile',
      group: 'Garder la main sur ses publications',
      text: 'Je réfléchis avant d’indiquer mon employeur sur un profil personnel.',
      why: 'Vos publications peuvent lui être rattachées, quelle que soit la mention ajoutée.',
      audiences: ['staff'],
      required: false,
    },
    {
      id: 'undo-mistakes',
      group: 'Garder la main sur ses publications',
      text: 'Si je me trompe, je retire la publication et je préviens l’établissement.',
      why: 'Plus tôt l’erreur est connue, mieux on en limite les effets.',
      audiences: ['staff', 'patients', 'visitors'],
      required: false,
    },
    {
      id: 'closed-groups-are-not-secret',
      group: 'Échanger entre collègues',
      text: 'Je n’écris rien sur une personne soignée dans un groupe fermé ou une messagerie grand public.',
      why: 'Une seule capture d’écran fait sortir l’échange du groupe.',
      audiences: ['staff'],
      required: true,
    },
    {
      id: 'use-approved-tools',
      group: 'Échanger entre collègues',
      text: 'Je demande un avis sur un cas par les outils de l’établissement.',
      why: 'Ils réservent l’échange aux personnes qui participent à la prise en charge.',
      audiences: ['staff'],
      required: false,
    },
    {
      id: 'no-records-in-assistants',
      group: 'Échanger entre collègues',
      text: 'Je ne copie rien d’un dossier dans un assistant d’intelligence artificielle non validé par l’établissement.',
      why: 'Le texte collé part chez un tiers et ne se reprend plus.',
      audiences: ['staff'],
      required: false,
    },
    {
      id: 'disagree-in-person',
      group: 'Échanger entre collègues',
      text: 'Je règle un désaccord de vive voix plutôt que par publication.',
      why: 'Une moquerie en ligne survit longtemps à la dispute.',
      audiences: ['staff'],
      required: false,
    },
    {
      id: 'no-internal-matters',
      group: 'Parler de l’établissement',
      text: 'Je ne publie ni planning, ni code d’accès, ni incident du service.',
      why: 'La discrétion protège le travail de l’équipe et la sécurité des lieux.',
      audiences: ['staff'],
      required: false,
    },
    {
      id: 'speak-only-with-mandate',
      group: 'Parler de l’établissement',
      text: 'Je ne parle au nom de l’établissement que si j’en ai reçu la mission.',
      why: 'Un avis personnel passerait pour une position officielle.',
      audiences: ['staff'],
      required: true,
    },
    {
      id: 'report-harmful-content',
      group: 'Parler de l’établissement',
      text: 'Je signale à l’encadrement ou à la communication un contenu qui nuit au service, sans y répondre.',
      why: 'Une réponse improvisée relance souvent la discussion.',
      audiences: ['staff'],
      required: false,
    },
    {
      id: 'report-to-authorities',
      group: 'Parler de l’établissement',
      text: 'Je signale des sévices ou un danger aux autorités compétentes plutôt que sur un réseau social.',
      why: 'Elles peuvent agir sans exposer la personne à protéger.',
      audiences: ['staff'],
      required: false,
    },
    {
      id: 'verified-information',
      group: 'Informer sur la santé',
      text: 'Je partage des informations de santé vérifiées et j’en donne la source et la date.',
      why: 'Votre métier donne du poids à ce que vous relayez.',
      audiences: ['staff'],
      required: false,
    },
    {
      id: 'no-personal-advice',
      group: 'Informer sur la santé',
      text: 'Je ne donne pas d’avis médical personnel en ligne.',
      why: 'Sans dossier ni examen, un conseil amical peut nuire.',
      audiences: ['staff'],
      required: false,
    },
    {
      id: 'ask-the-team',
      group: 'Informer sur la santé',
      text: 'Je demande l’avis de l’équipe avant de suivre un conseil de santé lu en ligne.',
      why: 'Elle connaît votre situation, l’auteur du message non.',
      audiences: ['patients'],
      required: false,
    },
    {
      id: 'protect-my-papers',
      group: 'En séjour ou en visite',
      text: 'Je ne montre pas mon bracelet, mon ordonnance ni mes résultats.',
      why: 'Votre nom, votre date de naissance ou votre traitement peuvent s’y lire.',
      audiences: ['patients'],
      required: false,
    },
    {
      id: 'roommates',
      group: 'En séjour ou en visite',
      text: 'Je ne dis rien en ligne de la personne qui partage ma chambre.',
      why: 'Elle n’a pas choisi de figurer dans votre récit.',
      audiences: ['patients'],
      required: false,
    },
    {
      id: 'talk-to-us-first',
      group: 'En séjour ou en visite',
      text: 'En cas de problème, j’en parle d’abord à l’équipe.',
      why: 'Elle peut vérifier et agir, ce qu’un commentaire ne permet pas.',
      audiences: ['patients', 'visitors'],
      required: false,
    },
    {
      id: 'news-with-agreement',
      group: 'En séjour ou en visite',
      text: 'Je demande son accord à la personne hospitalisée avant de donner de ses nouvelles en ligne.',
      why: 'Sa santé fait partie de sa vie privée, même quand tout va bien.',
      audiences: ['visitors'],
      required: false,
    },
    {
      id: 'phone-away',
      group: 'En séjour ou en visite',
      text: 'Je range mon téléphone quand l’équipe me le demande.',
      why: 'Elle pense aux personnes qui ne souhaitent pas être vues.',
      audiences: ['visitors'],
      required: false,
    },
  ],
  statements: [
    {
      id: 'read',
      text: 'J’atteste avoir pris connaissance de la charte de bon usage des réseaux sociaux, dans la version affichée ici.',
      required: true,
    },
    {
      id: 'respect-privacy',
      text: 'Je m’engage à respecter sur les réseaux sociaux la vie privée des autres et, pour ce qui me concerne, le secret qui protège les personnes soignées.',
      required: true,
    },
    {
      id: 'act-on-mistakes',
      text: 'Je m’engage, si je publie quelque chose par erreur, à le retirer et à prévenir l’établissement sans attendre.',
      required: false,
    },
    {
      id: 'freedoms',
      text: 'J’atteste avoir noté que cette charte ne limite ni la liberté d’opinion, ni les droits syndicaux, ni les signalements prévus par la loi.',
      required: false,
    },
  ],
  history: [{ version: '1.0.0', date: '2026-11-23', changes: 'Première version de la charte.' }],
  sources: [
    {
      title: 'Code de la santé publique, article L. 1110-4',
      href: 'https://www.legifrance.gouv.fr/codes/article_lc/LEGIARTI000043895798',
      reviewedOn: '2026-11-23',
    },
    {
      title: 'Loi n° 2016-41 du 26 janvier 2016, article 96 (rédaction de l’article L. 1110-4)',
      href: 'https://www.legifrance.gouv.fr/eli/loi/2016/1/26/AFSX1418355L/jo/article_96',
      reviewedOn: '2026-11-23',
    },
    {
      title: 'Code de la santé publique, articles R. 4127-4, R. 4127-72 et R. 4127-73 (médecins)',
      reviewedOn: '2026-11-23',
    },
    {
      title: 'Code de la santé publique, article R. 4127-206 (chirurgiens-dentistes)',
      reviewedOn: '2026-11-23',
    },
    {
      title: 'Code de la santé publique, articles R. 4312-5 et L. 4314-3 (profession infirmière)',
      reviewedOn: '2026-11-23',
    },
    {
      title: 'Code de la santé publique, article R. 4127-304 (sages-femmes)',
      href: 'https://www.legifrance.gouv.fr/codes/article_lc/LEGIARTI000053301988',
      reviewedOn: '2026-11-23',
    },
    {
      title: 'Décret n° 2025-1426 du 30 décembre 2025 (sages-femmes)',
      href: 'https://www.legifrance.gouv.fr/eli/decret/2025/12/30/SFHH2304369D/jo/texte',
      reviewedOn: '2026-11-23',
    },
    {
      title: 'Code pénal, article 226-13',
      href: 'https://www.legifrance.gouv.fr/codes/article_lc/LEGIARTI000006417945',
      reviewedOn: '2026-11-23',
    },
    {
      title: 'Code pénal, article 226-14',
      href: 'https://www.legifrance.gouv.fr/codes/article_lc/LEGIARTI000044394223',
      reviewedOn: '2026-11-23',
    },
    { title: 'Code pénal, article 226-8', reviewedOn: '2026-11-23' },
    {
      title: 'Code civil, article 9',
      href: 'https://www.legifrance.gouv.fr/codes/article_lc/LEGIARTI000006419288',
      reviewedOn: '2026-11-23',
    },
    {
      title: 'Code général de la fonction publique, articles L. 111-1, L. 121-6 et L. 121-7',
      reviewedOn: '2026-11-23',
    },
    { title: 'Loi du 29 juillet 1881 sur la liberté de la presse, article 29', reviewedOn: '2026-11-23' },
    { title: 'Règlement (UE) 2016/679 (RGPD), article 9', reviewedOn: '2026-11-23' },
    {
      title:
        'Circulaire DHOS/E1/DGS/SD1B/SD1C/SD4A n° 2006-90 du 2 mars 2006 relative aux droits des personnes hospitalisées et comportant une charte de la personne hospitalisée',
      reviewedOn: '2026-11-23',
    },
    {
      title:
        'Ordre national des infirmiers, recommandations en matière d’information et de publicité (15 janvier 2025)',
      href: 'https://www.ordre-infirmiers.fr/recommandations-aux-infirmiers-en-matiere-d-information-et-de-publicite',
      reviewedOn: '2026-11-23',
    },
    { title: 'Service-Public, fiche F32103 sur le droit à l’image', reviewedOn: '2026-11-23' },
  ],
} as unknown;
