/** Places of slips in a batch as typed: «3», «12-14», also «№ 5-3» as printed is no range, so a range must rise. Others are dropped. */
export function positionsOf(typed: readonly string[], last: number): number[] {
  const places = typed.flatMap((word) => {
    const match = /^(\d{1,5})(?:[-–](\d{1,5}))?$/.exec(word.trim());
    if (match === null) return [];
    const from = Number(match[1]);
    const to = Number(match[2] ?? from);
    return to < from ? [] : Array.from({ length: Math.min(to, last) - from + 1 }, (_, step) => from + step);
  });
  return [...new Set(places.filter((place) => place >= 1 && place <= last))].sort((a, b) => a - b);
}
