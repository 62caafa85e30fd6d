/** The lists of rows that an import would change: what they are called, and how many rows each has. */
import { formatCount, formatShareExactly } from '../format.ts'
import type { Change, ImportQuestion, Review } from './answers.ts'

interface ChangeWords {
  readonly change: Change
  readonly name: string
  /** What it means, where the list is opened. */
  readonly meaning: string
}

export const CHANGES: readonly ChangeWords[] = [
  { change: 'new', name: 'New', meaning: 'Not in the workspace yet.' },
  {
    change: 'updated',
    name: 'Updated',
    meaning: 'In the workspace, with at least one field that differs. A blank cell never erases what is known.',
  },
  { change: 'leaving', name: 'Leaving', meaning: 'Employed now, and no longer after this import.' },
  { change: 'not_listed', name: 'Not listed', meaning: 'Employed in the workspace, and in none of the people files.' },
  { change: 'changed_id', name: 'Changed ids', meaning: 'The same e-mail under another id than before.' },
  { change: 'conflicting', name: 'Conflicting', meaning: 'Contradicts another row of this import, and stays out.' },
]

/** How many rows a list has; null where it has no meaning for these files. */
export function changeCount({ changes, people }: Review, change: Change): number | null {
  switch (change) {
    case 'new':
      return sum(changes.map(counts => counts.new))
    case 'updated':
      return sum(changes.map(counts => counts.updated))
    case 'conflicting':
      return sum(changes.map(counts => counts.conflicting))
    case 'leaving':
      return people?.leaving ?? null
    case 'not_listed':
      return people?.notListed ?? null
    case 'changed_id':
      return people?.changedIds ?? null
  }
}

const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0)

/** The list an address names, or the first with anything in it. */
export function changeOpened(review: Review, shown: string | null): Change | null {
  const named = CHANGES.find(({ change }) => change === shown)
  if (named && (changeCount(review, named.change) ?? 0) > 0) return named.change
  return CHANGES.find(({ change }) => (changeCount(review, change) ?? 0) > 0)?.change ?? null
}

/** The numbers behind a question. */
export const questionFigures = ({ people, of, share }: ImportQuestion) =>
  `${formatCount(people)} of ${formatCount(of)} people, ${formatShareExactly(share)}`
