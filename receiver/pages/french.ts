/** A date and time as French people write them, in the time zone of the process: « 1er décembre 2026 à 9 h 05 (UTC+1) ». */
export function formatInstant(instant: string): string {
  const parts = new Map(
    new Intl.DateTimeFormat('fr-FR', {
      day: 'numeric',
      month: 'long',
      year: 'numeric',
      hour: 'numeric',
      minute: '2-digit',
      timeZoneName: 'short',
    })
      .formatToParts(new Date(instant))
      .map(({ type, value }) => [type, value]),
  );
  const [day, month, year, hour, minute, zone] = (
    ['day', 'month', 'year', 'hour', 'minute', 'timeZoneName'] as const
  ).map((type) => parts.get(type) ?? '');
  return `${day === '1' ? '1er' : day} ${month} ${year} à ${Number(hour)} h ${minute} (${zone})`;
}

/** How long to wait, in words. */
export function formatWait(seconds: number): string {
  if (seconds <= 1) return 'une seconde';
  if (seconds < 60) return `${seconds} secondes`;
  const minutes = Math.ceil(seconds / 60);
  return minutes === 1 ? 'une minute' : `${minutes} minutes`;
}
