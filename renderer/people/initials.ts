/** The first letters of the first and the last part of a name. */
export function initialsOf(name: string): string {
  const parts = name.split(/[\s,]+/u).filter(part => part !== '')
  return [parts[0], parts.length > 1 ? parts.at(-1) : undefined].map(firstLetter).join('')
}

function firstLetter(part: string | undefined): string {
  const code = part?.codePointAt(0)
  return code === undefined ? '' : String.fromCodePoint(code).toUpperCase()
}
