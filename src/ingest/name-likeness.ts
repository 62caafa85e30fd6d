/** How names are compared where a person writes them: accents, order, initials, slips of the hand. */
import { firstNameFirst, plainName } from './person-names.ts'

/** `Müller, Ann-Kathrin` as `ann kathrin muller`. */
function plainWords(name: string): string[] {
  const words = firstNameFirst(name)
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
  return words.filter(word => word !== '')
}

/** Words in alphabetical order: `Müller, Ann-Kathrin` and `ann kathrin muller` are one. */
export const nameLetters = (name: string) => plainWords(name).sort().join(' ')

/** All letters in a row, umlauts spelled out: `Jörg van der Berg` and `Joerg Vanderberg` are one. */
export function spelledOut(name: string): string {
  const spelled = name
    .normalize('NFC')
    .toLowerCase()
    .replace(/[äöüßæøå]/g, letter => SPELLED[letter]!)
  return plainWords(spelled).join('')
}
const SPELLED: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss', æ: 'ae', ø: 'oe', å: 'aa' }

/** One of the names is the other with an initial for the first name: `J. Smith`, `John Smith`. */
export function isShortFor(a: string, b: string): boolean {
  const [first, second] = [plainWords(a), plainWords(b)]
  const [x, y] = [first[0], second[0]]
  if (x === undefined || y === undefined || first.length < 2 || second.length < 2 || first.at(-1) !== second.at(-1)) return false
  return (x.length === 1 || y.length === 1) && x[0] === y[0]
}

/** Whether two names have any word but an initial in common. */
export function shareWord(a: string, b: string): boolean {
  const words = new Set(plainWords(a).filter(word => word.length > 1))
  return plainWords(b).some(word => words.has(word))
}

/** Short names a slip apart are mostly two people: `Jan Bos`, `Jon Bos`. */
const LONG_NAME = 9

/** First and last word of a long name without digits; null for others. */
export function longName(name: string): readonly [first: string, last: string] | null {
  const plain = plainName(plainWords(name).join(' '))
  if (plain === null || plain.length <= LONG_NAME || /\p{N}/u.test(plain)) return null
  const [first, last] = plain.split(' ')
  return [first!, last!]
}

/** The word, and the word without each of its letters: two words a slip apart have one of these in common. */
export function* withoutOneLetter(word: string): Generator<string> {
  yield word
  for (let at = 0; at < word.length; at++) yield word.slice(0, at) + word.slice(at + 1)
}

/** One letter more, less, another or two neighbours swapped (Damerau-Levenshtein distance 1). */
export function isOneSlip(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1) return false
  let start = 0
  while (start < a.length && a[start] === b[start]) start++
  const [restA, restB] = [a.slice(start), b.slice(start)]
  if (restA.slice(1) === restB.slice(1) || restA.slice(1) === restB || restA === restB.slice(1)) return true
  return restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2)
}
