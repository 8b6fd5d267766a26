// Generated from locales/content/social-media.en.json: edit that file.
export default {
  schema: 'charter/1',
  id: 'social-media',
  version: '1.0.0',
  locale: 'en',
  title: 'Charter on the responsible use of social media',
  summary:
    'Clear guidance on posting and talking online while protecting patients, the people close to them and the teams. This translation is for information and has not been reviewed by a lawyer; the French text prevails.',
  issuer: { name: 'The hospital' },
  effectiveFrom: '2026-12-01',
  sections: [
    {
      id: 'why-it-matters',
      title: 'Why talk about this in a hospital',
      audiences: ['staff', 'patients', 'visitors'],
      since: '1.0.0',
      body: [
        {
          type: 'paragraph',
          text: 'A photo of your canteen tray, three words after a hard night, a question to the other students on your course: social media is part of hospital life. Teams in different hospitals use it to compare how they work and to help one another; people who are ill feel less alone there. This charter does not try to keep you away from it.',
        },
        {
          type: 'paragraph',
          text: 'But an online message is private and public at once: you write to the people close to you, and others read it. It is sent in an instant, from any device, and copies remain when you delete it. Blocking these sites on the hospital’s network would protect nobody, since everyone has a phone in their pocket. A little care at the moment of posting works better.',
        },
      ],
      plain: [
        'Social media is useful.',
        'But strangers can read your messages.',
        'A message you delete may have been copied.',
        'Take a moment before you post.',
      ],
    },
    {
      id: 'who-is-concerned',
      title: 'Who this charter is for',
      audiences: ['staff', 'patients', 'visitors'],
      since: '1.0.0',
      body: [
        {
          type: 'paragraph',
          text: 'It is for everyone who works or trains here: care, administrative and technical staff, but also students, trainees, volunteers and outside companies. If you are here as a patient or a visitor, several sections were written for you.',
        },
        {
          type: 'paragraph',
          text: 'Signing means confirming that you have read the charter. It reminds you of rules that exist without it, and suggests habits that help you follow them. In doubt before you post? Talk to your manager if you work here, otherwise to the ward team.',
        },
      ],
      plain: [
        'The charter is for staff, trainees, patients and visitors.',
        'Signing means: I have read the charter.',
        'Not sure? Ask before you post.',
      ],
    },
    {
      id: 'your-information',
      title: 'Your information is protected',
      audiences: ['patients'],
      since: '1.0.0',
      body: [
        {
          type: 'paragraph',
          text: 'What you confide here, what can be seen or understood of your condition, the very fact of your stay: professional secrecy covers all of it. It binds every member of staff, from reception to the operating theatre. The French charter for hospital patients (charte de la personne hospitalisée) says so too.',
        },
        {
          type: 'legal-reference',
          code: 'Code de la santé publique',
          article: 'L. 1110-4',
          href: 'https://www.legifrance.gouv.fr/codes/article_lc/LEGIARTI000043895798',
          text: [
            { em: '[Working translation of the Public Health Code; only the French text has legal force]' },
            ' Every person cared for by a health professional […] has the right to respect for their private life and to the secrecy of the information concerning them.',
          ],
        },
        {
          type: 'paragraph',
          text: 'If you come across something a member of staff has posted about you, tell the ward manager: we will help you ask for it to be taken down. And if someone on the team declines your contact request, please do not take it as coldness. Their personal account is kept for their personal life.',
        },
      ],
      plain: [
        'Staff keep what they know about you and your health secret.',
        'Has a member of staff posted something about you? Tell the ward manager.',
        'Someone on the team may refuse to be your contact online. That is normal.',
      ],
    },
    {
      id: 'patients',
      title: 'Telling the story of your stay',
      audiences: ['patients'],
      since: '1.0.0',
      body: [
        {
          type: 'paragraph',
          text: 'Your story is yours. You can talk about your illness, thank a team, say that the wait in the emergency department felt long. Secrecy binds the staff; it does not bind you.',
        },
        {
          type: 'paragraph',
          text: 'Just look at who else appears. The person in the next bed may not want to be seen, nor may the student taking your blood pressure. Think of yourself too: anyone who zooms in on a wristband or a prescription can read your name and your treatment.',
        },
        {
          type: 'paragraph',
          text: 'Did something go wrong? The team or the patient relations department can look into it and answer you. In public, the hospital is not allowed to mention your medical record, even to explain itself. You may still criticise; insults and defamation are not allowed.',
        },
        {
          type: 'paragraph',
          text: 'Patient groups are often a comfort. Before changing a treatment on the strength of a message, ask the team what they think.',
        },
      ],
      plain: [
        'You have the right to tell the story of your stay.',
        'Do not show other people without their agreement.',
        'Avoid showing your prescription or your wristband.',
        'A problem? Talk to the team.',
        'Do not change your treatment because of a message you read online.',
      ],
    },
    {
      id: 'visitors',
      title: 'Giving news of someone in hospital',
      audiences: ['visitors'],
      since: '1.0.0',
      body: [
        {
          type: 'paragraph',
          text: 'You leave the room and the messages pile up: everyone wants to know how your sister is. It is for her to choose what is said, to whom and where. Ask her, even when the news is good. If she cannot answer, a private message to those closest to her is enough.',
        },
        {
          type: 'paragraph',
          text: 'A birth, an operation or a result belongs first of all to the person concerned. As for what the team explains to you, ask before you record it, and keep it to yourself.',
        },
      ],
      plain: [
        'The person who is ill chooses what is said about them.',
        'Ask them before you post.',
        'They cannot answer? Write only to the people close to them.',
        'Do not record the team without asking.',
      ],
    },
    {
      id: 'during-your-visit',
      title: 'Photos and phones during your visit',
      audiences: ['visitors'],
      since: '1.0.0',
      body: [
        {
          type: 'paragraph',
          text: 'Many people in a hospital would rather not be seen there. Before you take a family photo around the bed, look at what is behind it: another person, an open door, a duty roster. In waiting rooms and corridors, the simplest thing is to leave your phone in your pocket.',
        },
        {
          type: 'paragraph',
          text: 'When the team asks you to put your phone away, they are thinking of the people in their care. If you are unhappy about something, the ward manager will listen.',
        },
      ],
      plain: [
        'Look at what is behind before you take a photo.',
        'Avoid taking photos in corridors and waiting rooms.',
        'Does the team ask you to put your phone away? Please do so.',
        'You do not agree? Talk to the ward manager.',
      ],
    },
    {
      id: 'professional-secrecy',
      title: 'Professional secrecy',
      audiences: ['staff'],
      since: '1.0.0',
      body: [
        {
          type: 'paragraph',
          text: 'Secrecy protects the patient. It covers their illness, but also their name, the fact that they are on the ward, or the family quarrel mentioned at handover. It binds those who give care as well as those who issue the bills or repair the monitors, the student on placement as well as the cleaning company.',
        },
        {
          type: 'legal-reference',
          code: 'Code de la santé publique',
          article: 'L. 1110-4',
          href: 'https://www.legifrance.gouv.fr/codes/article_lc/LEGIARTI000043895798',
          text: [
            { em: '[Working translation of the Public Health Code; only the French text has legal force]' },
            ' Every person cared for by a health professional […] has the right to respect for their private life and to the secrecy of the information concerning them. […] this secrecy covers all the information concerning the person that has come to the knowledge of the professional, of any member of the staff of these establishments, services or bodies, and of any other person who, through their activities, deals with these establishments or bodies. It is binding on all professionals working in the health system.',
          ],
        },
        {
          type: 'paragraph',
          text: 'Leaving out the name is not enough. “A man of 34 who came in last night after the village fête”: half the district knows who he is. A date, a rare case, a tattoo, a relative who was there: put together, they point to someone within minutes. Ask yourself whether anyone who knows this person could recognise them. If in doubt, do not post.',
        },
        {
          type: 'paragraph',
          text: 'Even blurred, a picture of a prescription, a label or the screen at the nurses’ station can say as much as a sentence.',
        },
      ],
      plain: [
        'Everyone here is bound by secrecy, whatever their job.',
        'Secrecy covers the person’s name, illness and family, and the fact that they are here.',
        'Leaving out the name is not enough.',
        'If someone can recognise the person, do not post.',
      ],
    },
    {
      id: 'legal-landmarks',
      title: 'What the law says',
      audiences: ['staff'],
      since: '1.0.0',
      body: [
        {
          type: 'paragraph',
          text: 'Disclosing a secret is a criminal offence. Article 226-13 of the Code pénal (Criminal Code) does not require the disclosure to be public: a message to one person can be enough.',
        },
        {
          type: 'legal-reference',
          code: 'Code pénal',
          article: '226-13',
          href: 'https://www.legifrance.gouv.fr/codes/article_lc/LEGIARTI000006417945',
          text: [
            { em: '[Working translation of the Criminal Code; only the French text has legal force]' },
            ' The disclosure of information of a secret nature by a person entrusted with it, either by virtue of their position or profession, or because of a temporary function or mission, is punished by one year’s imprisonment and a fine of 15,000 euros.',
          ],
        },
        { type: 'paragraph', text: 'Only the law can make exceptions.' },
        {
          type: 'legal-reference',
          code: 'Code pénal',
          article: '226-14',
          href: 'https://www.legifrance.gouv.fr/codes/article_lc/LEGIARTI000044394223',
          text: [
            { em: '[Working translation of the Criminal Code; only the French text has legal force]' },
            ' Article 226-13 does not apply in cases where the law requires or authorises the disclosure of the secret.',
          ],
        },
        {
          type: 'paragraph',
          text: 'Article L. 1110-4 of the Code de la santé publique (Public Health Code) punishes something else: obtaining this information, or trying to, without the right to it. Looking into a neighbour’s record out of curiosity is therefore no small matter, even if you say nothing about it.',
        },
        {
          type: 'paragraph',
          text: 'Secrecy then appears again in the health professions’ own rules, starting with those of doctors.',
        },
        {
          type: 'legal-reference',
          code: 'Code de la santé publique',
          article: 'R. 4127-4',
          text: [
            { em: '[Working translation of the Public Health Code; only the French text has legal force]' },
            ' Professional secrecy, established in the interest of patients, is binding on every doctor under the conditions laid down by law. Secrecy covers everything that has come to the doctor’s knowledge in the practice of their profession, that is to say, not only what has been confided to them but also what they have seen, heard or understood.',
          ],
        },
        { type: 'legal-reference', code: 'Code de la santé publique', article: 'R. 4127-72' },
        {
          type: 'legal-reference',
          code: 'Code de la santé publique',
          article: 'R. 4127-73',
          text: [
            { em: '[Working translation of the Public Health Code; only the French text has legal force]' },
            ' The doctor must protect against any indiscretion the medical documents concerning the people whom they have treated or examined, whatever the content and the medium of those documents. The same applies to the medical information that they may hold.',
          ],
        },
        {
          type: 'paragraph',
          text: 'Article R. 4127-72 is about the people around a doctor at work: it is for the doctor to make sure that those who assist them know about secrecy and keep to it. The next article also covers teaching and publications: nobody may be identifiable in them without having agreed.',
        },
        {
          type: 'paragraph',
          text: 'Dental surgeons have the same duty; there too, only the law can make exceptions.',
        },
        { type: 'legal-reference', code: 'Code de la santé publique', article: 'R. 4127-206' },
        {
          type: 'paragraph',
          text: 'For nurses, two articles complement each other; the second also names students.',
        },
        {
          type: 'legal-reference',
          code: 'Code de la santé publique',
          article: 'R. 4312-5',
          text: [
            { em: '[Working translation of the Public Health Code; only the French text has legal force]' },
            ' Professional secrecy is binding on every nurse, under the conditions laid down by law. The nurse instructs the people who assist them about their obligations of professional secrecy.',
          ],
        },
        {
          type: 'legal-reference',
          code: 'Code de la santé publique',
          article: 'L. 4314-3',
          text: [
            { em: '[Working translation of the Public Health Code; only the French text has legal force]' },
            ' Nurses and students of the training institutes that prepare for the practice of the profession are bound by professional secrecy under the conditions and subject to the reservations set out in articles 226-13 and 226-14 of the Criminal Code.',
          ],
        },
        {
          type: 'paragraph',
          text: 'For midwives, the relevant article has been in force since 1 January 2026.',
        },
        {
          type: 'legal-reference',
          code: 'Code de la santé publique',
          article: 'R. 4127-304',
          href: 'https://www.legifrance.gouv.fr/codes/article_lc/LEGIARTI000053301988',
          text: [
            { em: '[Working translation of the Public Health Code; only the French text has legal force]' },
            ' Secrecy covers everything that has come to the midwife’s knowledge in the practice of their profession, namely what has been confided to them and what they have seen, heard or understood. The midwife informs the people who assist them in their practice of their obligations of professional secrecy.',
          ],
        },
        {
          type: 'paragraph',
          text: 'Pharmacists are bound by secrecy like all professionals in the health system. Their code of ethics was replaced in March 2026: please refer to the new version.',
        },
      ],
      plain: [
        'Giving away a secret can be punished by the law.',
        'A message to one person can be enough.',
        'Trying to get this information when you have no right to it is also forbidden.',
      ],
    },
    {
      id: 'discretion-and-reserve',
      title: 'Secrecy, discretion, restraint: three different things',
      audiences: ['staff'],
      since: '1.0.0',
      body: [
        {
          type: 'list',
          items: [
            [
              { strong: 'Secrecy' },
              ' (secret professionnel) protects the person: their health, their private life, the fact that they are here.',
            ],
            [
              { strong: 'Professional discretion' },
              ' (discrétion professionnelle) protects the department: a roster, a breakdown, an incident or a door code stays inside.',
            ],
            [
              { strong: 'Restraint' },
              ' (réserve) is about manner: the tone, the words, the moment. Opinion itself remains free.',
            ],
          ],
        },
        {
          type: 'paragraph',
          text: 'For public employees, the Code général de la fonction publique (General Public Service Code) restates secrecy in article L. 121-6, which refers to the Criminal Code. Article L. 121-7 extends discretion to whatever your work brings to your knowledge; only the law or an express decision by the authority you report to can release you from it.',
        },
        { type: 'legal-reference', code: 'Code général de la fonction publique', article: 'L. 121-6' },
        { type: 'legal-reference', code: 'Code général de la fonction publique', article: 'L. 121-7' },
        {
          type: 'paragraph',
          text: 'Restraint has no article in that code: the courts have shaped it. It also applies off duty, to permanent and contract staff alike, and is judged according to the person’s responsibilities, the circumstances and how widely the words were heard. In a private hospital, secrecy is the same and discipline comes under employment law.',
        },
      ],
      plain: [
        'Secrecy protects people.',
        'Discretion protects the work of the department.',
        'Restraint is about the way you speak.',
        'You keep the right to have your own opinions.',
      ],
    },
    {
      id: 'image-of-the-institution',
      title: 'A team’s reputation',
      audiences: ['staff'],
      since: '1.0.0',
      body: [
        {
          type: 'paragraph',
          text: 'Before an appointment, many people look the hospital up online. They may come across a video filmed at the nurses’ station, or an old quarrel between colleagues. Teams suffer from it; so does trust.',
        },
        {
          type: 'paragraph',
          text: 'Most slips are simply careless. Some words, however, are against the law, even when nobody is named but everyone can guess.',
        },
        {
          type: 'legal-reference',
          code: 'Loi du 29 juillet 1881 sur la liberté de la presse',
          article: '29',
          text: [
            {
              em: '[Working translation of the law on the freedom of the press; only the French text has legal force]',
            },
            ' Any allegation or imputation of a fact that harms the honour or reputation of the person or body to whom the fact is imputed is defamation. […] Any offensive expression, term of contempt or invective that does not contain the imputation of any fact is an insult.',
          ],
        },
        {
          type: 'paragraph',
          text: 'Defamation (diffamation) therefore ascribes to someone a fact that harms their honour; an insult (injure) wounds without asserting anything. A reasoned disagreement is not, in itself, either of them.',
        },
      ],
      plain: [
        'An online message can hurt a whole team.',
        'Insulting a person is punished by the law.',
        'Accusing them of something that damages their honour can be punished too.',
        'You may say that you disagree, with respect.',
      ],
    },
    {
      id: 'private-and-professional',
      title: 'Private life, working life',
      audiences: ['staff'],
      since: '1.0.0',
      body: [
        {
          type: 'paragraph',
          text: 'Keep one account for the people close to you and, if you have a use for it, another for work. On the first, think before you name your employer: once that name is on show, everything you post can be linked to it, from holidays to outbursts of anger. Writing “my views are my own” stops nobody from making the link.',
        },
        {
          type: 'paragraph',
          text: 'On a professional profile, speak as you would on the ward. Everywhere, beware of details that look harmless: a photo of a duty roster tells strangers what time you and your colleagues leave.',
        },
      ],
      plain: [
        'Keep one account for the people close to you and another for work.',
        'Think before you write where you work.',
        'Do not post your working hours.',
      ],
    },
    {
      id: 'patients-online',
      title: 'When a patient writes to you',
      audiences: ['staff'],
      since: '1.0.0',
      body: [
        {
          type: 'paragraph',
          text: 'After someone goes home, a contact request arrives, often out of gratitude. Decline it on your personal account. Care needs a little distance, and merely appearing among your contacts can reveal that someone was on the ward. A few words are enough: “Thank you very much. I do not accept contacts connected with my work, but the team will get your message.”',
        },
        {
          type: 'paragraph',
          text: 'No personal medical advice online either, even for an old acquaintance. With only a photo of a wound, you have neither a record nor an examination to go by. Direct the person to a consultation or, in an emergency, to 15 (the medical emergency number).',
        },
      ],
      plain: [
        'Does a patient ask to be your contact? Say no, kindly.',
        'Do not give medical advice online.',
        'Tell the person to see a doctor, or to call 15 if it is urgent.',
      ],
    },
    {
      id: 'closed-groups',
      title: 'Closed groups and messaging apps',
      audiences: ['staff'],
      since: '1.0.0',
      body: [
        {
          type: 'paragraph',
          text: 'A thread for swapping shifts, a group for your year of study, a story for close friends only: they seem safe. Yet all it takes for the conversation to get out is one screenshot, one forwarded message or a single member whose settings are too open.',
        },
        {
          type: 'paragraph',
          text: 'Use them to talk about practical arrangements, exams and car sharing, but never about a patient. To ask for advice on a case, use the hospital’s tools: article L. 1110-4 keeps such exchanges to identified professionals who are all involved in the person’s care, and to what is strictly necessary. The European regulation (GDPR) also prohibits, with exceptions, the processing of health data.',
        },
        { type: 'legal-reference', code: 'Règlement général sur la protection des données', article: '9' },
      ],
      plain: [
        'A closed group is not a secret place.',
        'Do not talk about patients in these groups.',
        'To ask for advice, use the hospital’s tools.',
      ],
    },
    {
      id: 'speaking-for-the-institution',
      title: 'Speaking for the hospital',
      audiences: ['staff'],
      since: '1.0.0',
      body: [
        {
          type: 'paragraph',
          text: 'Only the people who have been given that task speak for the hospital. Share its posts as much as you like. Before you open a page for a department, use the logo or answer the press, talk to the communications department.',
        },
        {
          type: 'paragraph',
          text: 'You come across an angry review, a rumour, a photo taken on the unit? Note the web address and tell your manager or the communications department. They will judge how far the message reaches and what to answer, sometimes nothing. To write “that’s not true, this lady never had an operation here” is already to talk about a patient.',
        },
      ],
      plain: [
        'Do not speak for the hospital.',
        'Do you see a message that harms the department? Do not reply.',
        'Tell your manager or the communications department.',
      ],
    },
    {
      id: 'health-information',
      title: 'Talking to the public about health',
      audiences: ['staff'],
      since: '1.0.0',
      body: [
        {
          type: 'paragraph',
          text: 'When you state your profession, people believe you. Share information that is verified, dated and sourced, and say what remains uncertain. Use only a professional title that you hold. An invented case, presented as such, is better than a real one in disguise.',
        },
        {
          type: 'paragraph',
          text: [
            'Stay away from paid partnerships, prize draws and advertising. For nurses, ',
            {
              link: 'https://www.ordre-infirmiers.fr/recommandations-aux-infirmiers-en-matiere-d-information-et-de-publicite',
              text: 'the Ordre national des infirmiers (French national order of nurses) published recommendations',
            },
            ' in January 2025, which cover social media too.',
          ],
        },
      ],
      plain: [
        'Share only verified information.',
        'Say where it comes from.',
        'Do not advertise.',
        'Do not tell a real case. Invent an example and say so.',
      ],
    },
    {
      id: 'artificial-intelligence',
      title: 'Artificial intelligence',
      audiences: ['staff'],
      since: '1.0.0',
      body: [
        {
          type: 'paragraph',
          text: 'It is tempting to have an online assistant summarise your handover notes. What you paste into it goes to a third party: put in nothing that comes from a patient’s record, unless the hospital has approved the tool for that use. And check what the machine writes, because you are the one people will believe.',
        },
        {
          type: 'paragraph',
          text: 'Creating or altering a real person’s image or voice requires their agreement and a clear label. Article 226-8 of the Criminal Code punishes the sharing of such content without that agreement, when its origin is neither obvious nor stated. Even for a leaving-party montage, ask the person whose party it is.',
        },
        { type: 'legal-reference', code: 'Code pénal', article: '226-8' },
      ],
      plain: [
        'Do not copy anything from a patient’s record into an artificial intelligence tool.',
        'Do not make a fake image of a real person without their agreement.',
        'Always say when an image is artificial.',
      ],
    },
    {
      id: 'images-of-people',
      title: 'Photos, videos and voices',
      audiences: ['staff', 'patients', 'visitors'],
      since: '1.0.0',
      body: [
        {
          type: 'paragraph',
          text: 'The Code civil (Civil Code) protects private life, and the courts have drawn from it a right to one’s own image: as soon as someone can be recognised, ask for their written agreement before you post. For a child, ask the parents for theirs.',
        },
        {
          type: 'legal-reference',
          code: 'Code civil',
          article: '9',
          href: 'https://www.legifrance.gouv.fr/codes/article_lc/LEGIARTI000006419288',
          text: [
            { em: '[Working translation of the Civil Code; only the French text has legal force]' },
            ' Everyone has the right to respect for their private life.',
          ],
        },
        {
          type: 'paragraph',
          text: 'Look at the background: a face in a mirror, a name on a door, a trolley at the end of the corridor. Posing for a souvenir is not agreeing to publication; ask, too, before you put a name to a face. Where care is given, staff take no photos or videos for personal use.',
        },
      ],
      plain: [
        'Ask people for their agreement before you post their picture.',
        'For a child, ask for the parents’ written agreement.',
        'Look at who is in the background of the photo.',
      ],
    },
    {
      id: 'privacy-settings',
      title: 'Your accounts’ privacy settings',
      audiences: ['staff', 'patients', 'visitors'],
      since: '1.0.0',
      body: [
        {
          type: 'paragraph',
          text: 'Every network has its settings: who sees your posts, recent or old, who can write to you, tag you, find you. Take a few minutes for each one and do it again twice a year, because the menus change.',
        },
        {
          type: 'paragraph',
          text: 'At the hospital, turn off location and the automatic upload of your photos. A location is sometimes enough to show that someone is a patient here or is on duty. Good settings limit prying eyes, but they do not make what you post secret.',
        },
      ],
      plain: [
        'Choose who can see your posts.',
        'Check these settings twice a year.',
        'Turn off location when you are at the hospital.',
      ],
    },
    {
      id: 'mistakes',
      title: 'A mistake? Act quickly',
      audiences: ['staff', 'patients', 'visitors'],
      since: '1.0.0',
      body: [
        { type: 'paragraph', text: 'Everyone posts too quickly sometimes.' },
        {
          type: 'list',
          items: [
            'Note the web address and the time, then take the post down.',
            'Ask the people who shared it to delete it and, if need be, write to the network.',
            'Straight away, tell your manager or, if you are a patient or a visitor, the ward team.',
          ],
        },
        {
          type: 'paragraph',
          text: 'If information about a patient has got out, do not try to put things right on your own: the hospital will work out with you what the patient needs to be told.',
        },
      ],
      plain: [
        'Anyone can make a mistake.',
        'Take your post down.',
        'Ask other people to take it down too.',
        'Tell us straight away.',
      ],
    },
    {
      id: 'what-stays-free',
      title: 'What you remain free to do',
      audiences: ['staff'],
      since: '1.0.0',
      body: [
        {
          type: 'paragraph',
          text: 'Working here does not take away your voice. Your opinions are your own and your trade union rights remain intact.',
        },
        {
          type: 'legal-reference',
          code: 'Code général de la fonction publique',
          article: 'L. 111-1',
          text: [
            {
              em: '[Working translation of the General Public Service Code; only the French text has legal force]',
            },
            ' Freedom of opinion is guaranteed to public employees.',
          ],
        },
        {
          type: 'list',
          items: [
            'Talk with colleagues elsewhere, follow the news of your profession, encourage someone preparing for an exam.',
            'Laugh about the coffee from the machine or your compression stockings: humour that hurts nobody does you good.',
            'Look at your phone on your break; the only problem is use that spills over into work.',
          ],
        },
        {
          type: 'paragraph',
          text: 'The charter does not restrict any report provided for by law. Article 226-14 of the Criminal Code allows the judicial, medical or administrative authorities to be told of deprivation or abuse. A social network is not one of them: telling the facts there would expose the person you want to protect.',
        },
      ],
      plain: [
        'You are free to hold your own opinions.',
        'Your trade union rights do not change.',
        'You can chat, laugh and take a break.',
        'Do you see violence? Tell the authorities, not a social network.',
      ],
    },
    {
      id: 'managers',
      title: 'If you manage a team',
      audiences: ['staff'],
      since: '1.0.0',
      body: [
        {
          type: 'paragraph',
          text: 'The Public Health Code asks doctors, midwives and nurses to teach the people who assist them about secrecy. Present the charter to every new arrival, trainees and outside companies included; ten minutes after handover are enough.',
        },
        {
          type: 'paragraph',
          text: 'Set an example: no rosters with names on a consumer messaging app, and no monitoring of private accounts. If a post is reported to you, listen first, protect the patient, tell carelessness from malice and keep the response proportionate.',
        },
      ],
      plain: [
        'Explain the charter to new people on the team.',
        'Do not keep watch on private accounts.',
        'If there is a mistake, listen first.',
      ],
    },
  ],
  practices: [
    {
      id: 'no-identification',
      group: 'Protecting patients',
      text: 'I post nothing that would let anyone recognise a patient, even without their name.',
      why: 'A date, a place or a rare case is often enough to find them.',
      audiences: ['staff'],
      required: true,
    },
    {
      id: 'no-photos-in-care-areas',
      group: 'Protecting patients',
      text: 'I take no personal photos or videos where care is given.',
      why: 'A name on a door or a face at the end of the corridor is easily missed.',
      audiences: ['staff'],
      required: true,
    },
    {
      id: 'no-documents',
      group: 'Protecting patients',
      text: 'I show no prescription, label or picture of a screen, even with parts hidden.',
      why: 'What seems hidden can often be worked out by piecing details together.',
      audiences: ['staff'],
      required: true,
    },
    {
      id: 'decline-contact-requests',
      group: 'Protecting patients',
      text: 'I decline contact requests from patients on my personal account.',
      why: 'That way, their time here stays secret and the care relationship keeps its distance.',
      audiences: ['staff'],
      required: false,
    },
    {
      id: 'ask-before-publishing',
      group: 'Respecting each person’s image',
      text: 'When people can be recognised, I ask for their agreement before I post their image or voice.',
      why: 'Each person decides what is shown of them.',
      audiences: ['staff', 'patients', 'visitors'],
      required: true,
    },
    {
      id: 'check-background',
      group: 'Respecting each person’s image',
      text: 'I look at the background before I post a photo taken at the hospital.',
      why: 'Someone may be in it without knowing.',
      audiences: ['staff', 'patients', 'visitors'],
      required: false,
    },
    {
      id: 'no-artificial-likeness',
      group: 'Respecting each person’s image',
      text: 'I share an artificial image or voice of a real person only with their agreement, and say that it is artificial.',
      why: 'A good fake deceives that person’s family and friends as well as the public, and the law regulates it.',
      audiences: ['staff'],
      required: false,
    },
    {
      id: 'review-settings',
      group: 'Staying in control of what you post',
      text: 'I check twice a year who can see my posts, old ones included.',
      why: 'Networks change their menus, not always with a warning.',
      audiences: ['staff', 'patients', 'visitors'],
      required: false,
    },
    {
      id: 'location-off',
      group: 'Staying in control of what you post',
      text: 'At the hospital, I turn off location and the automatic upload of my photos.',
      why: 'A dot on a map can show who is being treated or working here.',
      audiences: ['staff', 'patients', 'visitors'],
      required: false,
    },
    {
      id: 'separate-accounts',
      group: 'Staying in control of what you post',
      text: 'I keep my personal accounts apart from my professional ones.',
      why: 'Your colleagues and the people close to you do not expect the same news from you.',
      audiences: ['staff'],
      required: false,
    },
    {
      id: 'employer-on-profile',
      group: 'Staying in control of what you post',
      text: 'I think before naming my employer on a personal profile.',
      why: 'Your posts can be linked to your employer, whatever disclaimer you add.',
      audiences: ['staff'],
      required: false,
    },
    {
      id: 'undo-mistakes',
      group: 'Staying in control of what you post',
      text: 'If I make a mistake, I take the post down and tell the hospital.',
      why: 'The sooner a mistake is known, the better its effects can be limited.',
      audiences: ['staff', 'patients', 'visitors'],
      required: false,
    },
    {
      id: 'closed-groups-are-not-secret',
      group: 'Talking with colleagues',
      text: 'I write nothing about a patient in a closed group or on a consumer messaging app.',
      why: 'A single screenshot takes the conversation out of the group.',
      audiences: ['staff'],
      required: true,
    },
    {
      id: 'use-approved-tools',
      group: 'Talking with colleagues',
      text: 'I ask for advice on a case through the hospital’s tools.',
      why: 'They limit the exchange to the people who take part in the patient’s care.',
      audiences: ['staff'],
      required: false,
    },
    {
      id: 'no-records-in-assistants',
      group: 'Talking with colleagues',
      text: 'I copy nothing from a patient’s record into an artificial intelligence assistant that the hospital has not approved.',
      why: 'The pasted text goes to a third party and cannot be taken back.',
      audiences: ['staff'],
      required: false,
    },
    {
      id: 'disagree-in-person',
      group: 'Talking with colleagues',
      text: 'I settle a disagreement by talking rather than by posting.',
      why: 'Mockery online long outlives the quarrel.',
      audiences: ['staff'],
      required: false,
    },
    {
      id: 'no-internal-matters',
      group: 'Talking about the hospital',
      text: 'I post no rosters, access codes or incidents from the department.',
      why: 'Discretion protects the team’s work and the security of the premises.',
      audiences: ['staff'],
      required: false,
    },
    {
      id: 'speak-only-with-mandate',
      group: 'Talking about the hospital',
      text: 'I speak for the hospital only if I have been given that task.',
      why: 'A personal opinion would pass for an official position.',
      audiences: ['staff'],
      required: true,
    },
    {
      id: 'report-harmful-content',
      group: 'Talking about the hospital',
      text: 'I report content that harms the department to my manager or the communications department, without replying to it.',
      why: 'An improvised reply often sets the discussion going again.',
      audiences: ['staff'],
      required: false,
    },
    {
      id: 'report-to-authorities',
      group: 'Talking about the hospital',
      text: 'I report abuse or danger to the competent authorities rather than on a social network.',
      why: 'They can act without exposing the person to be protected.',
      audiences: ['staff'],
      required: false,
    },
    {
      id: 'verified-information',
      group: 'Sharing health information',
      text: 'I share verified health information and give its source and date.',
      why: 'Your profession lends weight to what you pass on.',
      audiences: ['staff'],
      required: false,
    },
    {
      id: 'no-personal-advice',
      group: 'Sharing health information',
      text: 'I give no personal medical advice online.',
      why: 'With no record and no examination, friendly advice can do harm.',
      audiences: ['staff'],
      required: false,
    },
    {
      id: 'ask-the-team',
      group: 'Sharing health information',
      text: 'I ask the team before following health advice that I read online.',
      why: 'They know your situation; the author of the message does not.',
      audiences: ['patients'],
      required: false,
    },
    {
      id: 'protect-my-papers',
      group: 'Patients and visitors',
      text: 'I do not show my wristband, my prescription or my results.',
      why: 'Your name, your date of birth or your treatment may be readable on them.',
      audiences: ['patients'],
      required: false,
    },
    {
      id: 'roommates',
      group: 'Patients and visitors',
      text: 'I say nothing online about the person who shares my room.',
      why: 'They did not choose to be part of your story.',
      audiences: ['patients'],
      required: false,
    },
    {
      id: 'talk-to-us-first',
      group: 'Patients and visitors',
      text: 'If there is a problem, I talk to the team first.',
      why: 'They can check and act, which a comment cannot do.',
      audiences: ['patients', 'visitors'],
      required: false,
    },
    {
      id: 'news-with-agreement',
      group: 'Patients and visitors',
      text: 'I ask the person in hospital for their agreement before giving news of them online.',
      why: 'Their health is part of their private life, even when all is well.',
      audiences: ['visitors'],
      required: false,
    },
    {
      id: 'phone-away',
      group: 'Patients and visitors',
      text: 'I put my phone away when the team asks me to.',
      why: 'They are thinking of people who do not wish to be seen.',
      audiences: ['visitors'],
      required: false,
    },
  ],
  statements: [
    {
      id: 'read',
      text: 'I confirm that I have read the charter on the responsible use of social media, in the version shown here.',
      required: true,
    },
    {
      id: 'respect-privacy',
      text: 'I undertake to respect other people’s privacy on social media and, as far as it concerns me, the secrecy that protects patients.',
      required: true,
    },
    {
      id: 'act-on-mistakes',
      text: 'I undertake, if I post something by mistake, to take it down and to tell the hospital without delay.',
      required: false,
    },
    {
      id: 'freedoms',
      text: 'I confirm that I have noted that this charter limits neither freedom of opinion, nor trade union rights, nor the reports provided for by law.',
      required: false,
    },
  ],
  history: [
    {
      version: '1.0.0',
      date: '2026-11-23',
      changes:
        'First version of the charter. English translation of the French document, for information, not reviewed by a lawyer.',
    },
  ],
  sources: [
    {
      title: 'Code de la santé publique (Public Health Code), article L. 1110-4',
      href: 'https://www.legifrance.gouv.fr/codes/article_lc/LEGIARTI000043895798',
      reviewedOn: '2026-11-23',
    },
    {
      title: 'Law no. 2016-41 of 26 January 2016, article 96 (wording of article L. 1110-4)',
      href: 'https://www.legifrance.gouv.fr/eli/loi/2016/1/26/AFSX1418355L/jo/article_96',
      reviewedOn: '2026-11-23',
    },
    {
      title:
        'Code de la santé publique (Public Health Code), articles R. 4127-4, R. 4127-72 and R. 4127-73 (doctors)',
      reviewedOn: '2026-11-23',
    },
    {
      title: 'Code de la santé publique (Public Health Code), article R. 4127-206 (dental surgeons)',
      reviewedOn: '2026-11-23',
    },
    {
      title: 'Code de la santé publique (Public Health Code), articles R. 4312-5 and L. 4314-3 (nurses)',
      reviewedOn: '2026-11-23',
    },
    {
      title: 'Code de la santé publique (Public Health Code), article R. 4127-304 (midwives)',
      href: 'https://www.legifrance.gouv.fr/codes/article_lc/LEGIARTI000053301988',
      reviewedOn: '2026-11-23',
    },
    {
      title: 'Decree no. 2025-1426 of 30 December 2025 (midwives)',
      href: 'https://www.legifrance.gouv.fr/eli/decret/2025/12/30/SFHH2304369D/jo/texte',
      reviewedOn: '2026-11-23',
    },
    {
      title: 'Code pénal (Criminal Code), article 226-13',
      href: 'https://www.legifrance.gouv.fr/codes/article_lc/LEGIARTI000006417945',
      reviewedOn: '2026-11-23',
    },
    {
      title: 'Code pénal (Criminal Code), article 226-14',
      href: 'https://www.legifrance.gouv.fr/codes/article_lc/LEGIARTI000044394223',
      reviewedOn: '2026-11-23',
    },
    { title: 'Code pénal (Criminal Code), article 226-8', reviewedOn: '2026-11-23' },
    {
      title: 'Code civil (Civil Code), article 9',
      href: 'https://www.legifrance.gouv.fr/codes/article_lc/LEGIARTI000006419288',
      reviewedOn: '2026-11-23',
    },
    {
      title:
        'Code général de la fonction publique (General Public Service Code), articles L. 111-1, L. 121-6 and L. 121-7',
      reviewedOn: '2026-11-23',
    },
    { title: 'Law of 29 July 1881 on the freedom of the press, article 29', reviewedOn: '2026-11-23' },
    { title: 'Regulation (EU) 2016/679 (GDPR), article 9', reviewedOn: '2026-11-23' },
    {
      title:
        'Circular DHOS/E1/DGS/SD1B/SD1C/SD4A no. 2006-90 of 2 March 2006 on the rights of people in hospital, including a charter for hospital patients',
      reviewedOn: '2026-11-23',
    },
    {
      title:
        'Ordre national des infirmiers (French national order of nurses), recommendations on information and advertising (15 January 2025)',
      href: 'https://www.ordre-infirmiers.fr/recommandations-aux-infirmiers-en-matiere-d-information-et-de-publicite',
      reviewedOn: '2026-11-23',
    },
    {
      title: 'Service-Public, information sheet F32103 on the right to one’s image',
      reviewedOn: '2026-11-23',
    },
  ],
} as unknown;
