/**
 * How many typing mistakes turn one text into the other: a letter added, lost, replaced, or two neighbours swapped
 * (Damerau–Levenshtein distance, each place touched once).
 */
export function editDistance(a: string, b: string): number {
  let beforePrevious: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let row = 1; row <= a.length; row += 1) {
    const current = nextRow(a, b, row, previous, beforePrevious);
    beforePrevious = previous;
    previous = current;
  }
  return at(previous, b.length);
}

function nextRow(a: string, b: string, row: number, previous: readonly number[], older: readonly number[]): number[] {
  const current = [row];
  for (let column = 1; column <= b.length; column += 1) {
    const replaced = at(previous, column - 1) + (a[row - 1] === b[column - 1] ? 0 : 1);
    const best = Math.min(replaced, at(previous, column) + 1, at(current, column - 1) + 1);
    current.push(isSwap(a, b, row, column) ? Math.min(best, at(older, column - 2) + 1) : best);
  }
  return current;
}

function isSwap(a: string, b: string, row: number, column: number): boolean {
  return row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
}

function at(row: readonly number[], index: number): number {
  return row[index] ?? Number.POSITIVE_INFINITY;
}
