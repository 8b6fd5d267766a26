/**
 * What lists of content blockers in wide use (advertising, trackers, « social » buttons, cookie notices) filter in the
 * address of a request, whatever the site: their general rules, as far as a library's files could meet them.
 */
export const blockedInAddresses: readonly RegExp[] = [
  /[-/_.]social[-_]?(?:media|share|sharing|buttons?|icons?|links?|likes?|bar|feed|widgets?|bookmarks?|plugins?)[-/_.]/,
  /[-/_.]share[-_]?(?:this|bar|buttons?|icons?|links?|tools|count)[-/_.]?/,
  /[-/_.](?:facebook|twitter|linkedin|instagram|tiktok|snapchat|pinterest|whatsapp)[-/_.]/,
  /[-/_.](?:follow|like)[-_]?(?:us|buttons?|box)[-/_.]/,
  /[-/_.](?:track(?:er|ers|ing)?|analytics?|telemetry|beacons?|pixels?|metrics|stats|statistics|fingerprint|visitor)[-/_.]/,
  /[-/_.](?:ads?|adserver|adverts?|advert(?:ising|isement)|banners?|sponsor(?:s|ed)?|promo|popups?|popunder|affiliates?)[-/_.]/,
  /[-/_.](?:cookies?|gdpr|rgpd|consent|cmp)[-/_.]|cookie[-_]?(?:consent|notice|bar|banner|law|policy)/,
  /[-/_.](?:newsletter|subscribe|paywall|adblock(?:er)?)[-/_.]/,
];

/** What they hide in a page: ids and classes, and what begins so. */
export const hiddenInPages: readonly RegExp[] = [
  /^(?:social|share|sharing|follow)(?:[-_].*)?$/,
  /^(?:facebook|twitter|linkedin|instagram|tiktok|snapchat|whatsapp|youtube)(?:[-_].*)?$/,
  /^(?:ads?|advert.*|banner|sponsor.*|promo|popup|pop-up|overlay|modal|newsletter)(?:[-_].*)?$/,
  /^(?:cookies?|gdpr|rgpd|consent)(?:[-_].*)?$/,
];
