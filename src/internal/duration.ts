/**
 * The date that lies an ISO 8601 duration after another, in local time; a month that is shorter ends sooner.
 *
 * @param duration - Years, months, weeks and days, such as `P1Y6M` or `P30D`.
 * @returns An invalid date when the duration is none.
 */
export function addDuration(date: Date, duration: string): Date {
  const parts = /^P(?=\d)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?$/.exec(duration.trim());
  if (!parts) return new Date(NaN);
  const [years, months, weeks, days] = parts.slice(1).map((part) => Number(part || 0)) as [
    number,
    number,
    number,
    number,
  ];
  const end = new Date(date);
  end.setMonth(end.getMonth() + 12 * years + months);
  // The 31st of a month of 30 days has slipped into the next one.
  if (end.getDate() !== date.getDate()) end.setDate(0);
  end.setDate(end.getDate() + 7 * weeks + days);
  return end;
}
