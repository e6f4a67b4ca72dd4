// Days on official papers. Days travel as "2026-12-05"; lists and pages use ui/format.

/** "ngày 5 tháng 12 năm 2026"; anything that is not a day comes back unchanged. */
export function dayInWords(day: string): string {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day);
  return parts ? `ngày ${Number(parts[3])} tháng ${Number(parts[2])} năm ${parts[1]}` : day;
}

/** Whole days from `today` to `day`; negative when it has passed. */
export function daysUntil(day: string, today: string): number {
  return Math.round((Date.parse(`${day}T00:00:00Z`) - Date.parse(`${today}T00:00:00Z`)) / 86_400_000);
}
