/** The words a file uses in the fields whose words mean something to us, and what each is taken for. */
import { CHANGES, OUTCOMES } from '../domain/contribution.ts'
import type { InputKind } from '../domain/input-kind.ts'
import { DEFAULT_KINDS } from '../domain/kinds.ts'
import { saysEnded } from '../domain/person.ts'
import { type Column, textOf } from './column.ts'
import { columnFinder } from './column-finder.ts'
import { leaveReason, leaveStatus } from './leave-words.ts'
import type { Mapping } from './mapping-model.ts'
import { TRACKS } from './person-parsers.ts'
import { ARTIFACT_STATUSES } from './row-parsers.ts'
import { detached, foldWord, readYesNo } from './values.ts'
import { ARTIFACT_STATUS_WORDS, CHANGE_WORDS, KIND_WORDS, OUTCOME_WORDS, REASON_WORDS, STATUS_WORDS, TRACK_WORDS } from './vocabulary.ts'

export interface WordUse {
  /** Our field. */
  readonly field: string
  readonly header: string
  /** As the file has it, fixes applied. */
  readonly word: string
  readonly rows: number
  /** What it is taken for, `''` for nothing; null where it is unknown to us. */
  readonly meant: string | null
}

type Meaning = (text: string) => string | null

const SHOWN_WORDS = 200
/** Enough of a column that turns out to hold free text. */
const COUNTED_WORDS = 10_000
const LONGEST_WORD = 400

const asWritten: Meaning = text => text
const yesNo: Meaning = text => {
  const value = readYesNo(text)
  return value === null ? null : value ? 'yes' : 'no'
}
const oneOf =
  (words: readonly string[], synonyms: ReadonlyMap<string, string>): Meaning =>
  text => {
    const folded = foldWord(text)
    return words.find(word => word === folded) ?? words.find(word => word === synonyms.get(folded)) ?? null
  }

const reason = oneOf([...new Set(REASON_WORDS.values())], REASON_WORDS)

/** Kept as it is written; what we take it for decides whether the person counts as employed. */
function status(text: string): string | null {
  const ours = STATUS_WORDS.get(foldWord(text)) ?? foldWord(text)
  if (saysEnded(ours)) return 'terminated'
  if (/leave|^(?:suspended|furlough)/.test(ours)) return 'on_leave'
  return /^(?:active|employed|current|working|probation|onboarding)/.test(ours) ? 'active' : null
}

const MEANINGS: Partial<Record<InputKind, Readonly<Record<string, Meaning>>>> = {
  contributions: {
    kind: text => {
      const word = KIND_WORDS.get(foldWord(text)) ?? foldWord(text)
      return Object.hasOwn(DEFAULT_KINDS, word) ? word : null
    },
    outcome: oneOf(OUTCOMES, OUTCOME_WORDS),
    change: oneOf(CHANGES, CHANGE_WORDS),
    agent: yesNo,
  },
  people: {
    // A label without a number in it has no place among the others, unless a level_rank gives it one.
    level: text => (/\d/.test(text) ? text : null),
    track: oneOf(TRACKS, TRACK_WORDS),
    employment_status: status,
    role_family: asWritten,
    governance: yesNo,
    reason,
  },
  history: { reason, track: oneOf(TRACKS, TRACK_WORDS) },
  work_items: { status: asWritten },
  artifacts: { status: oneOf(ARTIFACT_STATUSES, ARTIFACT_STATUS_WORDS) },
  components: { regulated: yesNo, core: yesNo },
}

interface CountedField {
  readonly field: string
  readonly column: Column
  /** The column without what a mapping makes of its words. */
  readonly written: Column
  readonly meaning: Meaning
  readonly rowsOf: Map<string, number>
}

export class WordCounter {
  readonly #fields: readonly CountedField[]

  constructor(mapping: Mapping, headers: readonly string[]) {
    const columnOf = columnFinder(mapping, headers)
    const isRanked = mapping.columns['level_rank'] !== undefined
    this.#fields = Object.entries(MEANINGS[mapping.kind] ?? {})
      .filter(([field]) => mapping.columns[field] !== undefined)
      .map(([field, meaning]) => ({
        field,
        column: columnOf(field),
        written: { ...columnOf(field), values: null, constant: null },
        meaning: field === 'level' && isRanked ? asWritten : meaning,
        rowsOf: new Map<string, number>(),
      }))
  }

  add(cells: readonly string[]): void {
    for (const { field, written, rowsOf } of this.#fields) {
      const said = textOf(written, cells)
      const text = said === null ? null : withoutLeave(field, said)
      if (text === null || text.length > LONGEST_WORD) continue
      const rows = rowsOf.get(text)
      if (rows !== undefined) rowsOf.set(text, rows + 1)
      else if (rowsOf.size < COUNTED_WORDS) rowsOf.set(detached(text), 1)
    }
  }

  get words(): WordUse[] {
    return this.#fields.flatMap(({ field, column, meaning, rowsOf }) =>
      [...rowsOf]
        .sort(([, a], [, b]) => b - a)
        .slice(0, SHOWN_WORDS)
        .map(([word, rows]) => ({ field, header: column.header, word, rows, meant: meantBy(word, column, meaning) })),
    )
  }
}

/** The word as it may be shown: without the kind of a leave. */
const withoutLeave = (field: string, text: string) =>
  (field === 'reason' ? leaveReason(text) : field === 'employment_status' ? leaveStatus(text) : null) ?? text

function meantBy(word: string, { values }: Column, meaning: Meaning): string | null {
  const said = values?.get(foldWord(word))
  return said === '' ? '' : meaning(said ?? word)
}
