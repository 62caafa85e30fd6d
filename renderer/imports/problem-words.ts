/** Codes of problems read as words: `bad-date` is "Bad date". The full sentence stands with each problem. */
export function problemWords(code: string): string {
  const words = code.replaceAll(/[-_]+/g, ' ').trim()
  return words.charAt(0).toUpperCase() + words.slice(1)
}
