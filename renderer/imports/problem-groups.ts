/** Groups of problems: how they are named in an address, in which order they stand, and what mends them. */
import { OUR_FIELDS } from './our-fields.ts'
import type { CheckedFile, Fix, Inspection, ProblemGroup, WordUse } from './answers.ts'
import type { GroupKey } from './check-store.ts'

export const FIXES_SHOWN = 'fixes'
const WORDS_SHOWN = 'words'

/** What is opened beside the list of groups. */
export type Opened =
  | { readonly kind: 'group'; readonly group: ProblemGroup }
  | { readonly kind: 'words'; readonly field: string; readonly words: readonly WordUse[] }
  | { readonly kind: 'fixes' }

export const groupName = ({ code, severity, column }: GroupKey) => [severity, code, column ?? ''].join('~')
export const wordsName = (field: string) => `${WORDS_SHOWN}~${field}`

/** Groups whose rows stay out before those whose rows go in; the frequent first. */
export function sortedGroups({ groups }: CheckedFile) {
  const byCount = groups.toSorted((a, b) => b.count - a.count)
  return {
    staysOut: byCount.filter(({ severity }) => severity !== 'warning'),
    goesIn: byCount.filter(({ severity }) => severity === 'warning'),
  }
}

/** Words nobody has placed yet, per field. */
export function unplacedWords({ words }: CheckedFile): readonly { readonly field: string; readonly words: readonly WordUse[] }[] {
  const unplaced = words.filter(({ meant }) => meant === null)
  return [...new Set(unplaced.map(({ field }) => field))].map(field => ({ field, words: unplaced.filter(use => use.field === field) }))
}

/** What an address names; the first there is to do where it names nothing that is there. */
export function openedOf(file: CheckedFile, shown: string | null): Opened {
  if (shown === FIXES_SHOWN) return { kind: 'fixes' }
  const { staysOut, goesIn } = sortedGroups(file)
  const words = unplacedWords(file)
  const named = [...staysOut, ...goesIn].find(group => groupName(group) === shown)
  if (named) return { kind: 'group', group: named }
  const placed = words.find(({ field }) => wordsName(field) === shown)
  if (placed) return { kind: 'words', ...placed }
  if (staysOut[0]) return { kind: 'group', group: staysOut[0] }
  if (words[0]) return { kind: 'words', ...words[0] }
  return goesIn[0] ? { kind: 'group', group: goesIn[0] } : { kind: 'fixes' }
}

export type Remedy = 'order' | 'words' | 'fill' | 'replace' | 'join'

const WORD_CODES = ['unknown-word', 'bad-yes-no']

/** Whatever mends a whole group at once. */
export function remediesOf(group: ProblemGroup, file: Inspection): readonly Remedy[] {
  const { code, column, values } = group
  if (code === 'long-row') return ['join']
  if (column === null || !file.headers.includes(column)) return []
  const remedies: Remedy[] = []
  if (code === 'ambiguous-date') remedies.push('order')
  if (code === 'blank-cell') return ['fill']
  const holdsWords = wordFieldOf(file, column) !== null
  if (WORD_CODES.includes(code) && holdsWords) remedies.push('words')
  else if (code !== 'ambiguous-date' && values.some(({ text }) => text.trim() !== '')) remedies.push('replace')
  return remedies
}

/** Our field that is read from the column and holds words of ours. */
export function wordFieldOf({ mapping }: Inspection, column: string): string | null {
  if (!mapping) return null
  const found = OUR_FIELDS[mapping.kind].find(({ field, holds }) => holds === 'words' && mapping.columns[field] === column)
  return found?.field ?? null
}

export const fieldOf = ({ mapping }: Inspection, column: string): string | null =>
  Object.entries(mapping?.columns ?? {}).find(([, header]) => header === column)?.[0] ?? null

/** Cells longer than the host shows cannot be named by what is shown of them. */
export const LONGEST_SHOWN = 120

const shownText = (text: string) => (text === '' ? 'blank' : `“${text}”`)

/** A fix as a sentence. */
export function fixWords(fix: Fix): string {
  switch (fix.kind) {
    case 'replace':
      return `${shownText(fix.from)} in ${fix.column} becomes ${shownText(fix.to)}`
    case 'edit':
      return `One cell of ${fix.column} becomes ${shownText(fix.to)}`
    case 'leave-out':
      return 'One row stays out'
    case 'join-cells':
      return `In rows with too many cells the surplus belongs to ${fix.column}`
  }
}
