// Generated from locales/content/rumour.fr.json: edit that file.
export default {
  schema: 'charter/1',
  id: 'rumour-guide',
  version: '1.0.0',
  locale: 'fr',
  title: 'Répondre à une rumeur sur les réseaux sociaux',
  summary:
    'Comprendre ce qui circule, en mesurer la portée, répondre juste : un guide pour le personnel, et quelques mots pour les personnes soignées et leurs proches.',
  issuer: { name: 'L’établissement' },
  effectiveFrom: '2026-12-01',
  sections: [
    {
      id: 'first-minutes',
      title: 'Si la rumeur court déjà',
      audiences: ['staff'],
      since: '1.0.0',
      body: [
        {
          type: 'paragraph',
          text: 'On vous a envoyé une capture d’écran et le téléphone sonne. Si personne n’est en danger, vous avez un quart d’heure. Prenez-le : une réplique écrite sous le coup de la colère fait souvent plus de tort que la rumeur.',
        },
        {
          type: 'list',
          items: [
            'Gardez une trace : l’adresse, l’heure, une capture de la publication entière.',
            'Cherchez si quelqu’un est en danger, nommé ou reconnaissable. Si oui, appelez tout de suite la direction de garde. Quand une vie est en jeu, appelez d’abord le 15, ou le 17 devant une menace.',
            'Ne répondez pas encore, et ne dites à personne si quelqu’un est soigné ici ou non.',
            'Faites vérifier les faits par le service concerné.',
            'Choisissez le niveau de réponse, puis une seule voix pour la donner.',
          ],
        },
        {
          type: 'paragraph',
          text: 'La méthode tient en trois temps : qualifier le message, le graduer, répondre en proportion. La liste à cocher la reprend pas à pas, pour la personne d’astreinte.',
        },
      ],
      plain: [
        'Une rumeur circule ? Gardez votre calme.',
        'Faites une capture d’écran. Notez l’adresse et l’heure.',
        'Ne répondez pas tout de suite.',
        'Quelqu’un est en danger ? Appelez la direction de garde.',
      ],
    },
    {
      id: 'who-does-what',
      title: 'Qui fait quoi',
      audiences: ['staff'],
      since: '1.0.0',
      body: [
        {
          type: 'list',
          items: [
            [
              { strong: 'La personne qui voit le message' },
              ' en garde la trace, prévient son encadrement ou la communication, et ne réplique pas.',
            ],
            [
              { strong: 'La personne d’astreinte' },
              ' qualifie, donne un niveau, tient le journal et appelle qui il faut.',
            ],
            [{ strong: 'La communication' }, ' écrit et publie, depuis les comptes de l’établissement.'],
            [{ strong: 'La direction' }, ' décide au niveau 3 et choisit qui porte la parole.'],
            [
              { strong: 'Les affaires juridiques' },
              ' et la personne déléguée à la protection des données disent ce que l’on peut écrire, garder, déclarer.',
            ],
            [{ strong: 'L’encadrement' }, ' informe l’équipe concernée et veille sur elle.'],
          ],
        },
        {
          type: 'paragraph',
          text: 'La nuit, tout cela repose souvent sur deux personnes : l’astreinte et la direction de garde. Restez à deux, même par téléphone. Rien ne se publie sans une seconde lecture.',
        },
        {
          type: 'paragraph',
          text: 'Un membre du personnel qui prend la défense de l’hôpital depuis son propre compte part d’un bon sentiment, mais il risque d’en dire trop. Dans la fonction publique, la discrétion professionnelle s’étend à ce que le travail fait connaître.',
        },
        { type: 'legal-reference', code: 'Code général de la fonction publique', article: 'L. 121-7' },
      ],
      plain: [
        'Vous voyez une rumeur ? Prévenez votre encadrement. Ne répondez pas.',
        'La communication écrit la réponse.',
        'La direction décide dans les cas graves.',
        'Deux personnes relisent toujours avant de publier.',
      ],
    },
    {
      id: 'qualify',
      title: 'Qualifier : de quoi s’agit-il ?',
      audiences: ['staff'],
      since: '1.0.0',
      body: [
        {
          type: 'paragraph',
          text: 'Lisez le message en entier et remontez à la première publication : la capture reçue a pu être coupée, l’image peut dater. Puis écrivez en une phrase, sans adjectif, ce qui est affirmé. Si la phrase ne vient pas, il s’agit sans doute d’une humeur, et une humeur ne se dément pas.',
        },
        {
          type: 'list',
          items: [
            [{ strong: 'Une critique.' }, ' Quelqu’un raconte ce qu’il a vécu. Elle demande de l’écoute.'],
            [
              { strong: 'Une erreur.' },
              ' « Le centre de prélèvement est fermé. » Elle demande une correction.',
            ],
            [
              { strong: 'Une rumeur.' },
              ' Un fait que l’on se répète sans l’avoir vérifié. Elle demande d’abord une vérification.',
            ],
            [
              { strong: 'Une accusation.' },
              ' Une personne ou une équipe est désignée. Elle demande la direction et les affaires juridiques.',
            ],
            [
              { strong: 'Une indiscrétion.' },
              ' On parle d’une personne soignée, à tort ou à raison. Elle demande d’agir tout de suite et de se taire en public.',
            ],
            [
              { strong: 'Un trucage.' },
              ' Image fabriquée ou sortie de son contexte, compte qui se fait passer pour l’hôpital. Il demande un signalement au réseau.',
            ],
          ],
        },
        {
          type: 'paragraph',
          text: 'Une opinion, un message syndical, un désaccord argumenté ne sont pas des rumeurs. Ce guide ne sert ni à les faire taire, ni à chercher qui les a écrits.',
        },
        {
          type: 'legal-reference',
          code: 'Code général de la fonction publique',
          article: 'L. 111-1',
          text: 'La liberté d’opinion est garantie aux agents publics.',
        },
      ],
      plain: [
        'Lisez tout le message.',
        'Dites en une phrase ce qu’il affirme.',
        'Critique, erreur, rumeur, accusation : on ne répond pas de la même façon.',
        'Une opinion n’est pas une rumeur.',
      ],
    },
    {
      id: 'grade',
      title: 'Graduer : trois niveaux',
      audiences: ['staff'],
      since: '1.0.0',
      body: [
        {
          type: 'paragraph',
          text: 'Appuyez-vous sur des faits plutôt que sur une impression. Cinq questions suffisent.',
        },
        {
          type: 'list',
          items: [
            'Quelqu’un est-il en danger, ou risque-t-il de renoncer à des soins ?',
            'Une personne est-elle nommée ou reconnaissable ?',
            'Ce qui est affirmé est-il vrai, faux ou encore à vérifier ?',
            'Qui relaie le message : quelques proches, un groupe de la ville, la presse ?',
            'Circule-t-il plus qu’il y a une heure ?',
          ],
        },
        {
          type: 'paragraph',
          text: 'La réponse la plus grave fixe le niveau. Dans le doute, prenez celui du dessus.',
        },
        { type: 'paragraph', text: [{ strong: 'Niveau 1 : suivre' }] },
        {
          type: 'list',
          items: [
            [
              { strong: 'Signes.' },
              ' Un avis sévère, une moquerie, un récit isolé ; personne n’est reconnaissable, presque personne ne relaie.',
            ],
            [{ strong: 'Exemple.' }, ' « Trois heures d’attente et pas un mot. »'],
            [
              { strong: 'Réponse.' },
              ' Notez. Proposez une écoute si elle est attendue. Regardez de nouveau le lendemain.',
            ],
          ],
        },
        { type: 'paragraph', text: [{ strong: 'Niveau 2 : répondre' }] },
        {
          type: 'list',
          items: [
            [
              { strong: 'Signes.' },
              ' Un fait faux ou incertain se répand et peut égarer le public ou blesser une équipe.',
            ],
            [{ strong: 'Exemple.' }, ' « Il paraît que la maternité ferme samedi. »'],
            [
              { strong: 'Réponse.' },
              ' Faites vérifier et prévenez l’équipe. Puis publiez une réponse courte et datée, sur le site et là où la question est posée.',
            ],
          ],
        },
        { type: 'paragraph', text: [{ strong: 'Niveau 3 : réunir' }] },
        {
          type: 'list',
          items: [
            [
              { strong: 'Signes.' },
              ' Une personne est en danger, menacée ou nommément accusée ; le secret est trahi ; des gens ne viennent plus se faire soigner ; la presse appelle.',
            ],
            [{ strong: 'Exemple.' }, ' La photo d’un brancard, visage visible, dans un groupe de quartier.'],
            [
              { strong: 'Réponse.' },
              ' Alertez la direction. Réunissez les quelques personnes utiles. Une seule voix s’exprime, à heures annoncées.',
            ],
          ],
        },
        {
          type: 'paragraph',
          text: 'Le bruit ne fait pas le niveau. Une publication lue par dix personnes relève du niveau 3 si l’on y reconnaît une personne soignée. Refaites le point toutes les heures au niveau 3, deux fois par jour au niveau 2, et redescendez dès que possible.',
        },
      ],
      plain: [
        'Niveau 1 : un avis isolé. On note et on surveille.',
        'Niveau 2 : une fausse information circule. On vérifie et on répond.',
        'Niveau 3 : quelqu’un est en danger, ou le secret est trahi. On prévient la direction.',
        'Vous hésitez ? Choisissez le niveau du dessus.',
      ],
    },
    {
      id: 'when-to-answer',
      title: 'Parler ou se taire',
      audiences: ['staff'],
      since: '1.0.0',
      body: [
        {
          type: 'paragraph',
          text: 'Toute réponse publique fait aussi connaître la rumeur à des gens qui l’ignoraient. Répondez quand :',
        },
        {
          type: 'list',
          items: [
            'la santé ou la sécurité de quelqu’un en dépend ;',
            'un fait faux, que vous avez vérifié, peut changer ce que les gens vont faire ;',
            'on vous interroge de bonne foi et la réponse est connue ;',
            'une équipe mise en cause attend que l’établissement se montre à ses côtés.',
          ],
        },
        { type: 'paragraph', text: 'Taisez-vous quand :' },
        {
          type: 'list',
          items: [
            'le message retombe de lui-même ;',
            'il n’exprime qu’une humeur ou une plaisanterie ;',
            'la personne qui écrit ne cherche que la dispute ;',
            'il faudrait, pour répondre, parler d’une personne soignée ;',
            'rien n’est encore vérifié et rien ne presse.',
          ],
        },
        {
          type: 'paragraph',
          text: 'Se taire en public n’est pas ne rien faire. On peut appeler, corriger une page du site, rassurer un service. Notez la décision et sa raison : on vous les demandera.',
        },
      ],
      plain: [
        'Répondez si quelqu’un risque quelque chose.',
        'Répondez si une fausse information peut tromper les gens.',
        'Ne répondez pas à une moquerie.',
        'Ne répondez pas s’il faut parler d’un patient.',
      ],
    },
    {
      id: 'how-to-answer',
      title: 'À qui répondre, et comment',
      audiences: ['staff'],
      since: '1.0.0',
      body: [
        {
          type: 'list',
          items: [
            [
              { strong: 'Aux équipes, en premier,' },
              ' par les moyens internes : ce que l’on sait, ce que l’on cherche, la phrase à dire aux personnes inquiètes.',
            ],
            [
              { strong: 'À la personne mécontente,' },
              ' une invitation à se parler de vive voix, sans un mot qui confirme sa venue.',
            ],
            [
              { strong: 'À qui pose la question,' },
              ' au même endroit, avec l’adresse d’une page du site tenue à jour.',
            ],
            [
              { strong: 'Au groupe qui relaie,' },
              ' par la personne qui l’anime : elle peut y épingler votre correction.',
            ],
            [{ strong: 'À la presse,' }, ' par une seule voix, avec les phrases déjà publiées.'],
            [
              { strong: 'Au réseau,' },
              ' par son formulaire de signalement, pour un trucage, une menace ou une indiscrétion. Gardez la preuve de l’envoi.',
            ],
          ],
        },
        {
          type: 'paragraph',
          text: 'Une bonne réponse dit ce que l’on sait, ce que l’on ignore encore, ce que l’on fait et quand on reparlera. Elle ne répète pas les mots de la rumeur, qu’elle ferait courir. Elle n’ironise pas et ne menace pas. Une réponse suffit ; ensuite, proposez de vous appeler.',
        },
        {
          type: 'paragraph',
          text: 'N’effacez pas une critique courtoise de votre page : on ne parlerait plus que de l’effacement. Retirez ce qui insulte ou expose quelqu’un, une fois la trace gardée.',
        },
      ],
      plain: [
        'Prévenez d’abord les équipes.',
        'Dites ce que vous savez et ce que vous ne savez pas.',
        'Dites quand vous donnerez des nouvelles.',
        'Restez aimable. Répondez une seule fois.',
        'N’effacez pas les critiques.',
      ],
    },
    {
      id: 'messages',
      title: 'Des phrases à adapter',
      audiences: ['staff'],
      since: '1.0.0',
      body: [
        {
          type: 'paragraph',
          text: 'Ces phrases sont un point de départ. Remplacez les mots entre crochets, ôtez ce qui sonne faux, relisez à deux.',
        },
        {
          type: 'quote',
          text: 'Nous avons connaissance de ce qui circule depuis [hier soir] au sujet de [ce service]. Nous vérifions les faits. Nous donnerons des nouvelles ici à [heure].',
          cite: 'Quand les faits sont en cours de vérification',
        },
        {
          type: 'quote',
          text: 'Une information inexacte circule au sujet de [ce service]. Voici ce qu’il en est ce [jour] à [heure] : [le fait]. Cette page est tenue à jour : [adresse].',
          cite: 'Quand l’information est fausse, et que vous l’avez vérifié',
        },
        {
          type: 'quote',
          text: 'Nous ne disons jamais si une personne est soignée ici, qui qu’elle soit. Cette règle protège tout le monde, vous comme les autres.',
          cite: 'Quand on vous interroge sur quelqu’un',
        },
        {
          type: 'quote',
          text: 'Merci pour votre message. Nous ne parlons en public de la situation de personne, mais nous aimerions vous entendre. Vous pouvez joindre [nom du service] au [numéro], de [heure] à [heure].',
          cite: 'Quand une personne raconte que cela s’est mal passé',
        },
        {
          type: 'quote',
          text: 'C’est exact : [le fait]. Nous le regrettons. Nous avons déjà [mesure prise] et nous dirons ici, le [date], ce qui aura changé.',
          cite: 'Quand c’est vrai',
        },
        {
          type: 'quote',
          text: 'Des membres de nos équipes sont pris à partie. Nous sommes à leurs côtés. Vous pouvez nous critiquer ; les insultes et les menaces n’ont pas leur place ici.',
          cite: 'Quand une équipe est attaquée',
        },
        {
          type: 'quote',
          text: 'Vous avez peut-être vu [ce message]. Nous savons que [faits vérifiés] et nous cherchons encore [point à vérifier]. Si l’on vous interroge, vous pouvez dire : [phrase]. Ne répliquez pas en ligne et transmettez ce que vous voyez à [contact]. Prochaines nouvelles à [heure].',
          cite: 'Aux équipes, avant de publier',
        },
      ],
      plain: [
        'Vous ne savez pas encore ? Dites : « Nous vérifions et nous vous répondrons ici. »',
        'On parle d’un patient ? Dites : « Nous ne disons jamais si une personne est soignée ici. »',
        'Quelqu’un se plaint ? Dites : « Nous aimerions vous entendre. Appelez-nous. »',
        'Relisez à deux avant d’envoyer.',
      ],
    },
    {
      id: 'never-confirm',
      title: 'Ne jamais confirmer qu’une personne est soignée ici',
      audiences: ['staff'],
      since: '1.0.0',
      body: [
        {
          type: 'paragraph',
          text: 'La simple présence d’une personne à l’hôpital est un secret. Il s’impose aussi à qui répond au téléphone, tient la page de l’établissement ou parle aux journalistes.',
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
          text: 'Démentir en dit autant que confirmer. « Cet homme n’est jamais venu chez nous » parle encore de lui. Et qui dément les jours où c’est faux avoue les jours où il se tait. Donnez donc toujours la même réponse : que ce soit vrai ou faux, que la personne soit célèbre ou inconnue, vivante ou morte, et même si elle a tout raconté elle-même.',
        },
        {
          type: 'paragraph',
          text: 'N’ouvrez pas son dossier pour vérifier. L’article L. 1110-4 réserve l’échange d’informations aux professionnels qui participent tous à la prise en charge ; répondre à une rumeur n’en fait pas partie. Demandez au service ce qu’il peut dire de son organisation, et rien de la personne.',
        },
      ],
      plain: [
        'Ne dites jamais qu’une personne est soignée ici.',
        'Ne dites jamais qu’elle n’est pas soignée ici.',
        'Donnez toujours la même réponse, même pour une personne célèbre.',
        'N’ouvrez pas son dossier pour vérifier.',
      ],
    },
    {
      id: 'secrecy-breached',
      title: 'Quand le secret a été trahi',
      audiences: ['staff'],
      since: '1.0.0',
      body: [
        {
          type: 'paragraph',
          text: 'Un nom, un résultat, une photo prise dans une chambre sont en ligne. C’est le niveau 3, quel que soit le nombre de personnes qui les ont vus.',
        },
        {
          type: 'list',
          items: [
            'Gardez une trace que deux ou trois personnes seulement pourront ouvrir. Ne la transférez pas : ce serait répéter l’indiscrétion.',
            'Demandez le retrait à la personne qui a publié, puis au réseau. Si elle travaille ici, passez par son encadrement, qui l’écoutera avant de juger.',
            'Prévenez sans attendre la direction, les affaires juridiques et la personne déléguée à la protection des données. Elles verront s’il faut déclarer l’incident ou porter plainte, et dans quel délai.',
            'Faites en sorte que la personne soignée l’apprenne de l’équipe, de vive voix : ce qui a circulé, ce qui est retiré, l’aide qu’elle peut recevoir.',
            'En public, n’expliquez rien. « La patiente va bien » révélerait encore quelque chose.',
          ],
        },
        {
          type: 'paragraph',
          text: 'Révéler un secret est un délit. Une réponse publique peut en devenir un, si elle en dit trop.',
        },
        {
          type: 'legal-reference',
          code: 'Code pénal',
          article: '226-13',
          href: 'https://www.legifrance.gouv.fr/codes/article_lc/LEGIARTI000006417945',
          text: 'La révélation d’une information à caractère secret par une personne qui en est dépositaire soit par état ou par profession, soit en raison d’une fonction ou d’une mission temporaire, est punie d’un an d’emprisonnement et de 15 000 euros d’amende.',
        },
        {
          type: 'paragraph',
          text: 'La personne dont la vie privée est atteinte peut, de son côté, s’adresser à la justice. Dites-le-lui.',
        },
        {
          type: 'legal-reference',
          code: 'Code civil',
          article: '9',
          href: 'https://www.legifrance.gouv.fr/codes/article_lc/LEGIARTI000006419288',
          text: 'Chacun a droit au respect de sa vie privée. Les juges peuvent, sans préjudice de la réparation du dommage subi, prescrire toutes mesures, telles que séquestre, saisie et autres, propres à empêcher ou faire cesser une atteinte à l’intimité de la vie privée : ces mesures peuvent, s’il y a urgence, être ordonnées en référé.',
        },
        {
          type: 'paragraph',
          text: 'Informer les autorités de sévices ou de privations n’est pas trahir. La loi prévoit ces signalements : ne les traitez pas comme une fuite.',
        },
        {
          type: 'legal-reference',
          code: 'Code pénal',
          article: '226-14',
          href: 'https://www.legifrance.gouv.fr/codes/article_lc/LEGIARTI000044394223',
          text: 'L’article 226-13 n’est pas applicable dans les cas où la loi impose ou autorise la révélation du secret.',
        },
      ],
      plain: [
        'Des informations sur un patient sont en ligne ? C’est grave. Prévenez la direction.',
        'Gardez une trace, mais ne la transférez pas.',
        'Demandez le retrait.',
        'Le patient doit l’apprendre par l’équipe.',
        'En public, n’expliquez rien.',
      ],
    },
    {
      id: 'staff-targeted',
      title: 'Quand une personne de l’équipe est visée',
      audiences: ['staff'],
      since: '1.0.0',
      body: [
        {
          type: 'paragraph',
          text: 'Quelqu’un découvre son nom sous une vidéo, au milieu d’une garde. Pensez à cette personne avant de penser à l’image de l’hôpital.',
        },
        {
          type: 'list',
          items: [
            'Appelez-la avant toute publication. Demandez ce qu’elle souhaite et ne la nommez pas sans son accord.',
            'Conseillez-lui de ne pas répliquer, de confier la lecture des messages à quelqu’un d’autre et de fermer ses comptes quelques jours.',
            'Proposez du concret : un autre poste, un horaire différent, quelqu’un jusqu’au parking, la médecine du travail, un soutien psychologique.',
            'En cas de menace, prévenez la sécurité de l’établissement et la police ou la gendarmerie ; s’il y a urgence, appelez le 17.',
            'Mettez-la en relation avec les ressources humaines et les affaires juridiques : elles lui diront quelle aide demander et quelles démarches lui appartiennent.',
          ],
        },
        {
          type: 'paragraph',
          text: 'Ne jugez pas en public. N’annoncez pas de sanction, ne garantissez pas non plus que tout s’est bien passé : les faits s’examinent au calme, et ailleurs.',
        },
        {
          type: 'paragraph',
          text: 'Certains propos tombent sous le coup de la loi, y compris au conditionnel et sans nom.',
        },
        {
          type: 'legal-reference',
          code: 'Loi du 29 juillet 1881 sur la liberté de la presse',
          article: '29',
          text: 'Toute allégation ou imputation d’un fait qui porte atteinte à l’honneur ou à la considération de la personne ou du corps auquel le fait est imputé est une diffamation. […] même si elle est faite sous forme dubitative ou si elle vise une personne ou un corps non expressément nommés, mais dont l’identification est rendue possible […] Toute expression outrageante, termes de mépris ou invective qui ne renferme l’imputation d’aucun fait est une injure.',
        },
        {
          type: 'paragraph',
          text: 'Dire si un message est diffamatoire revient au juge : n’employez pas ce mot dans une réponse. Si la personne veut agir, demandez le jour même aux affaires juridiques de combien de temps elle dispose.',
        },
      ],
      plain: [
        'Appelez d’abord la personne visée.',
        'Demandez-lui ce qu’elle souhaite.',
        'Ne donnez pas son nom.',
        'Il y a une menace ? Prévenez la police. En urgence, appelez le 17.',
        'Aidez la personne à faire valoir ses droits.',
      ],
    },
    {
      id: 'if-true',
      title: 'Quand c’est vrai',
      audiences: ['staff'],
      since: '1.0.0',
      body: [
        {
          type: 'paragraph',
          text: 'La vérification est faite et la rumeur dit vrai. Nier ferait perdre la confiance deux fois.',
        },
        {
          type: 'list',
          items: [
            'Parlez aux personnes touchées avant de parler au public.',
            'Reconnaissez le fait avec des mots simples, et le regret avant les raisons.',
            'Dites ce qui change et à quelle date. Tenez cette date.',
            'Ne laissez ni une personne ni un métier porter seuls la faute.',
          ],
        },
        {
          type: 'paragraph',
          text: 'Si c’est à moitié vrai, séparez les deux moitiés : ceci est exact, cela ne l’est pas. On vous croira davantage sur la seconde.',
        },
        {
          type: 'paragraph',
          text: 'Une panne, un retard, un manque de personnel peuvent se dire sans parler de quiconque. Si le fait ne peut pas être séparé d’une personne soignée, dites que l’établissement examine les faits, et arrêtez-vous là.',
        },
      ],
      plain: [
        'C’est vrai ? Dites-le simplement.',
        'Parlez d’abord aux personnes touchées.',
        'Dites ce qui va changer, et quand.',
        'N’accusez pas une personne ou un métier.',
      ],
    },
    {
      id: 'afterwards',
      title: 'Après : garder, suivre, apprendre',
      audiences: ['staff'],
      since: '1.0.0',
      body: [
        {
          type: 'list',
          items: [
            [
              { strong: 'Garder.' },
              ' Rangez le journal, les captures et les messages publiés dans un dossier à l’accès limité. Fixez la durée de conservation avec la personne déléguée à la protection des données.',
            ],
            [
              { strong: 'Suivre.' },
              ' Regardez de nouveau le lendemain, puis une semaine plus tard. Une rumeur peut revenir à la date anniversaire ou à l’occasion d’un fait semblable.',
            ],
            [
              { strong: 'Clore.' },
              ' Dites aux équipes que c’est terminé, remerciez-les, rappelez la personne visée.',
            ],
            [
              { strong: 'Apprendre.' },
              ' Réunissez une demi-heure les personnes qui ont eu à agir. Qu’est-ce qui a nourri la rumeur ? Qu’aurait-on pu dire plus tôt ? Changez une chose, sans chercher de coupable.',
            ],
          ],
        },
        {
          type: 'paragraph',
          text: 'Une capture peut contenir des données de santé, que le règlement européen interdit de traiter, sauf exceptions. Ne gardez que ce qui servira, sous les yeux des seules personnes qui en ont besoin.',
        },
        { type: 'legal-reference', code: 'Règlement général sur la protection des données', article: '9' },
      ],
      plain: [
        'Rangez les captures dans un dossier protégé.',
        'Regardez de nouveau le lendemain et la semaine suivante.',
        'Dites aux équipes que c’est fini.',
        'Cherchez ce que l’on peut améliorer.',
      ],
    },
    {
      id: 'prepare',
      title: 'Avant la prochaine fois',
      audiences: ['staff'],
      since: '1.0.0',
      body: [
        {
          type: 'paragraph',
          text: 'Une heure au calme vaut mieux que dix dans l’urgence. Tenez à jour, sur papier aussi, la liste des numéros utiles. Sachez qui peut publier sur chaque compte de l’établissement, le dimanche comme la nuit. Faites relire d’avance les phrases types par les affaires juridiques.',
        },
        {
          type: 'paragraph',
          text: 'Suivez ce qui est public : les pages de l’établissement, les avis, les groupes ouverts de la ville. Les comptes privés du personnel ne vous regardent pas. Et, une fois par an, faites un exercice avec l’astreinte et la direction de garde.',
        },
      ],
      plain: [
        'Gardez à jour la liste des numéros.',
        'Préparez des phrases à l’avance.',
        'Faites un exercice chaque année.',
        'Ne surveillez pas les comptes privés.',
      ],
    },
    {
      id: 'if-you-read-a-rumour',
      title: 'Vous lisez une rumeur sur l’hôpital',
      audiences: ['patients', 'visitors'],
      since: '1.0.0',
      body: [
        {
          type: 'paragraph',
          text: 'Un service fermerait, une épidémie courrait dans les étages, une erreur aurait été cachée : interrogez l’équipe ou l’accueil avant de relayer. Et ne renoncez pas à un rendez-vous ou à un traitement à cause d’un message.',
        },
        {
          type: 'paragraph',
          text: 'Vous pouvez critiquer l’hôpital. Si quelque chose s’est mal passé, le service des relations avec les usagers vous écoutera et cherchera à comprendre avec vous. En public, nous ne parlerons pas de votre situation : c’est votre secret que nous gardons.',
        },
        {
          type: 'paragraph',
          text: 'L’image d’une personne soignée ou d’un membre de l’équipe circule ? Ne la transférez pas, même pour vous indigner, et prévenez-nous. Si vous avez croisé ici quelqu’un de connu, gardez-le pour vous.',
        },
      ],
      plain: [
        'Vous lisez une rumeur ? Demandez à l’équipe avant de la partager.',
        'Venez quand même à votre rendez-vous.',
        'Vous avez le droit de critiquer.',
        'En public, l’hôpital ne parle jamais de vous.',
        'Ne transférez pas l’image d’une autre personne.',
      ],
    },
  ],
  practices: [
    {
      id: 'contacts-up-to-date',
      group: 'Avant',
      text: 'Je tiens à jour la liste des personnes à joindre, nuits et fins de semaine comprises.',
      why: 'Une rumeur n’attend pas les heures de bureau.',
      audiences: ['staff'],
      required: false,
    },
    {
      id: 'know-the-spokesperson',
      group: 'Avant',
      text: 'Je sais qui parle pour l’établissement et qui prend le relais.',
      why: 'Deux voix qui se contredisent font une seconde rumeur.',
      audiences: ['staff'],
      required: false,
    },
    {
      id: 'check-account-access',
      group: 'Avant',
      text: 'Je vérifie que deux personnes peuvent publier et corriger sur chaque compte de l’établissement.',
      why: 'Un mot de passe introuvable laisse un faux message en ligne tout un dimanche.',
      audiences: ['staff'],
      required: false,
    },
    {
      id: 'messages-ready',
      group: 'Avant',
      text: 'J’ai sous la main des phrases déjà relues par les affaires juridiques.',
      why: 'On écrit mieux au calme qu’au téléphone.',
      audiences: ['staff'],
      required: false,
    },
    {
      id: 'keep-a-trace',
      group: 'Dans la première heure',
      text: 'Je note l’adresse, la date et l’heure, et je fais une capture de la publication entière.',
      why: 'Un message effacé ne se retrouve pas toujours, et il faudra pouvoir montrer ce qu’il disait.',
      audiences: ['staff'],
      required: true,
    },
    {
      id: 'look-for-people',
      group: 'Dans la première heure',
      text: 'Je cherche d’abord si quelqu’un est en danger, nommé ou reconnaissable.',
      why: 'Les personnes passent avant la réputation de l’hôpital.',
      audiences: ['staff'],
      required: true,
    },
    {
      id: 'alert-management',
      group: 'Dans la première heure',
      text: 'Au niveau 3, j’alerte aussitôt la direction de garde et la communication.',
      why: 'Une décision pareille ne se prend pas sans aide.',
      audiences: ['staff'],
      required: true,
    },
    {
      id: 'no-record-opened',
      group: 'Dans la première heure',
      text: 'Je n’ouvre aucun dossier de soins pour vérifier une rumeur.',
      why: 'Seules les personnes qui participent à la prise en charge y ont leur place.',
      audiences: ['staff'],
      required: true,
    },
    {
      id: 'check-the-facts',
      group: 'Dans la première heure',
      text: 'Je fais vérifier les faits par le service concerné et je distingue le vrai, le faux et l’incertain.',
      why: 'Un démenti qu’il faut retirer coûte plus cher qu’un silence.',
      audiences: ['staff'],
      required: false,
    },
    {
      id: 'give-a-level',
      group: 'Dans la première heure',
      text: 'Je donne un niveau à la rumeur, j’écris pourquoi et je le revois à chaque point.',
      why: 'Un niveau écrit évite de s’affoler comme de s’endormir.',
      audiences: ['staff'],
      required: false,
    },
    {
      id: 'open-the-log',
      group: 'Dans la première heure',
      text: 'J’ouvre un journal : heure, fait, décision, raison.',
      why: 'Demain, personne ne se rappellera qui a décidé quoi.',
      audiences: ['staff'],
      required: false,
    },
    {
      id: 'never-confirm',
      group: 'Répondre',
      text: 'Je ne confirme ni ne démens jamais qu’une personne est soignée ici.',
      why: 'Sa présence est un secret, et un démenti parle encore d’elle.',
      audiences: ['staff'],
      required: true,
    },
    {
      id: 'second-reader',
      group: 'Répondre',
      text: 'Je ne publie rien qu’une seconde personne n’ait relu.',
      why: 'À sept heures du matin, on ne voit plus ses propres maladresses.',
      audiences: ['staff'],
      required: true,
    },
    {
      id: 'only-checked-facts',
      group: 'Répondre',
      text: 'J’écris ce qui est vérifié, ce qui ne l’est pas encore et l’heure du prochain point.',
      why: 'Une attente annoncée inquiète moins qu’un silence.',
      audiences: ['staff'],
      required: false,
    },
    {
      id: 'teams-first',
      group: 'Répondre',
      text: 'Je préviens les équipes concernées avant de publier.',
      why: 'Elles ont à répondre aux questions dès les premières visites.',
      audiences: ['staff'],
      required: false,
    },
    {
      id: 'call-the-person',
      group: 'Répondre',
      text: 'J’appelle la personne visée et je ne la nomme pas sans son accord.',
      why: 'Elle a besoin d’être soutenue avant d’être défendue.',
      audiences: ['staff'],
      required: false,
    },
    {
      id: 'offer-to-talk',
      group: 'Répondre',
      text: 'Je propose un échange de vive voix à la personne mécontente.',
      why: 'Sa situation ne se discute pas en public.',
      audiences: ['staff'],
      required: false,
    },
    {
      id: 'answer-once',
      group: 'Répondre',
      text: 'Je réponds une fois, sans ironie ni menace, et je n’efface pas les critiques courtoises.',
      why: 'Chaque réplique remet la rumeur en haut de la page.',
      audiences: ['staff'],
      required: false,
    },
    {
      id: 'admit-the-truth',
      group: 'Répondre',
      text: 'Si c’est vrai, je le dis et je donne une date pour ce qui doit changer.',
      why: 'La confiance se perd davantage par un mensonge que par une faute.',
      audiences: ['staff'],
      required: false,
    },
    {
      id: 'file-the-traces',
      group: 'Après',
      text: 'Je range captures et journal dans un dossier à l’accès limité.',
      why: 'Ils peuvent contenir des données de santé ou mettre quelqu’un en cause.',
      audiences: ['staff'],
      required: false,
    },
    {
      id: 'look-again',
      group: 'Après',
      text: 'Je regarde de nouveau le lendemain et une semaine plus tard.',
      why: 'Une rumeur endormie se réveille facilement.',
      audiences: ['staff'],
      required: false,
    },
    {
      id: 'close-with-the-teams',
      group: 'Après',
      text: 'Je dis aux équipes que c’est terminé et je rappelle la personne visée.',
      why: 'Sans nouvelles, chacun croit que cela continue.',
      audiences: ['staff'],
      required: false,
    },
    {
      id: 'learn-together',
      group: 'Après',
      text: 'J’organise une demi-heure d’échange pour changer une chose, sans chercher de coupable.',
      why: 'Une rumeur montre souvent ce que l’on n’avait pas su expliquer.',
      audiences: ['staff'],
      required: false,
    },
    {
      id: 'ask-before-sharing',
      group: 'Avant de partager',
      text: 'J’interroge l’équipe ou l’accueil avant de relayer une rumeur sur l’hôpital.',
      why: 'Un message faux peut dissuader quelqu’un de venir se faire soigner.',
      audiences: ['patients', 'visitors'],
      required: false,
    },
    {
      id: 'do-not-forward',
      group: 'Avant de partager',
      text: 'Je ne transfère pas l’image d’une personne soignée ou d’un membre de l’équipe.',
      why: 'Même pour vous indigner, vous la montreriez à d’autres.',
      audiences: ['patients', 'visitors'],
      required: false,
    },
  ],
  statements: [
    {
      id: 'read',
      text: 'J’atteste avoir pris connaissance du guide pour répondre à une rumeur, dans la version affichée ici.',
      required: true,
    },
  ],
  history: [
    {
      version: '1.0.0',
      date: '2026-11-23',
      changes:
        'Première version du guide, à adapter par chaque établissement avec sa communication et ses affaires juridiques. Les niveaux, les exemples et les phrases types ont été écrits pour lui.',
    },
  ],
  sources: [
    {
      title:
        'Fondation MACSF, guide des bonnes pratiques face à la rumeur, pour ses trois temps (d’après l’article qui l’annonce ; le guide lui-même n’a pas été consulté)',
      href: 'https://www.chu-media.info/article/que-faire-en-cas-de-bad-buzz-sur-le-web/',
      reviewedOn: '2026-11-23',
    },
    {
      title: 'Code de la santé publique, article L. 1110-4',
      href: 'https://www.legifrance.gouv.fr/codes/article_lc/LEGIARTI000043895798',
      reviewedOn: '2026-11-23',
    },
    {
      title: 'Loi n° 2016-41 du 26 janvier 2016, article 96 (rédaction de l’article L. 1110-4)',
      href: 'https://www.legifrance.gouv.fr/eli/loi/2016/1/26/AFSX1418355L/jo/article_96',
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
    {
      title: 'Code civil, article 9',
      href: 'https://www.legifrance.gouv.fr/codes/article_lc/LEGIARTI000006419288',
      reviewedOn: '2026-11-23',
    },
    { title: 'Loi du 29 juillet 1881 sur la liberté de la presse, article 29', reviewedOn: '2026-11-23' },
    {
      title: 'Code général de la fonction publique, articles L. 111-1 et L. 121-7',
      reviewedOn: '2026-11-23',
    },
    { title: 'Règlement (UE) 2016/679 (RGPD), article 9', reviewedOn: '2026-11-23' },
  ],
} as unknown;
