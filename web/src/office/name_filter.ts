// Finding Vietnamese names the way people type them: without diacritics, any case.

/** "Đặng Thị Ẩn" → "dang thi an" */
export function folded(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/đ/gi, 'd')
    .toLowerCase();
}

/** Does `text` hold every word of `query`? An empty query matches everything. */
export function matches(text: string, query: string): boolean {
  const plain = folded(text);
  return folded(query)
    .split(/\s+/)
    .every((word) => plain.includes(word));
}
