/** Which column of a people file is the key: the one its managers refer to. The others become aliases. */
import type { Problem } from '../domain/problem.ts'
import { textOf } from './column.ts'
import { columnFinder } from './column-finder.ts'
import { fieldFor } from './field-names.ts'
import type { MappedHeaders } from './mapping.ts'
import type { Mapping } from './mapping-model.ts'
import { nameWithId } from './person-names.ts'
import { cellText } from './values.ts'

const MAIL = /^[^\s@,;]+@[^\s@,;]+\.[^\s@,;]+$/

interface Candidate {
  readonly header: string
  readonly index: number
  readonly values: Map<string, string>
  filled: number
}

export interface SettledIds {
  readonly mapping: Mapping
  readonly confidence: Readonly<Record<string, number>>
  readonly problems: readonly Omit<Problem, 'line'>[]
  /** Whether a person stands on several rows. */
  readonly repeatsPeople: boolean
}

export class IdSurvey {
  readonly #mapped: MappedHeaders
  readonly #candidates: Candidate[]
  readonly #manager: ReturnType<ReturnType<typeof columnFinder>>
  readonly #references = new Set<string>()
  #rows = 0

  constructor(headers: readonly string[], mapped: MappedHeaders) {
    const { columns, fallbacks } = mapped.mapping
    this.#mapped = mapped
    this.#manager = columnFinder(mapped.mapping, headers)('manager_id')
    const known = new Set([columns['person_id'], columns['email'], columns['aliases'], ...(fallbacks?.['aliases'] ?? [])])
    const strange = new Set(mapped.unknown)
    this.#candidates = headers.flatMap((header, index) =>
      header !== '' && headers.indexOf(header) === index && (known.has(header) || strange.has(header))
        ? [{ header, index, values: new Map<string, string>(), filled: 0 }]
        : [],
    )
  }

  add(cells: readonly string[]): void {
    this.#rows++
    const reference = this.#manager.index < 0 ? null : textOf(this.#manager, cells)
    if (reference !== null) this.#references.add((nameWithId(reference)?.id ?? reference).toLowerCase())
    const key = this.#candidates.find(({ header }) => header === this.#mapped.mapping.columns['person_id'])
    const person = key ? cellText(cells[key.index]) : null
    for (const candidate of this.#candidates) {
      const text = cellText(cells[candidate.index])
      if (text === null) continue
      candidate.filled++
      // Several rows of one person say the same; of two people they would not.
      candidate.values.set(text.toLowerCase(), person ?? '')
    }
  }

  settled(): SettledIds {
    const { mapping, confidence } = this.#mapped
    const current = this.#candidates.find(({ header }) => header === mapping.columns['person_id'])
    const problems: Omit<Problem, 'line'>[] = []
    if (!current || this.#rows === 0) return { mapping, confidence, problems, repeatsPeople: false }
    let columns: Record<string, string> = { ...mapping.columns }
    let aliases = [columns['aliases'], ...(mapping.fallbacks?.['aliases'] ?? [])].filter(header => header !== undefined)
    let sure: Record<string, number> = { ...confidence }
    const better = this.#betterKey(current)
    if (better && confidence['person_id'] !== 1) {
      aliases = [current.header, ...aliases.filter(header => header !== better.header)]
      columns = { ...columns, person_id: better.header }
      sure = { ...sure, person_id: 0.7 }
      const message = `Managers are named by “${better.header}”, so that is the key; “${current.header}” is kept as another name of the person. Map person_id to change it.`
      problems.push({ severity: 'warning', code: 'key-by-managers', column: better.header, message })
    }
    const key = better && confidence['person_id'] !== 1 ? better : current
    if (columns['email'] === undefined && this.#mapped.isChosen !== true) {
      const mail = this.#candidates.find(candidate => isMails(candidate) && (candidate === key || !aliases.includes(candidate.header)))
      if (mail) {
        columns = { ...columns, email: mail.header }
        sure = { ...sure, email: 0.6 }
      }
    }
    const uneven = unevenIds(key, this.#references)
    if (uneven) {
      const message = `Some ids of “${key.header}” begin with zeros and others are shorter: a spreadsheet may have cut zeros off. Export the column as text; a manager is also found without the zeros.`
      problems.push({ severity: 'warning', code: 'uneven-ids', column: key.header, message })
    }
    const { aliases: first, ...others } = columns
    const [leading = first, ...rest] = [...new Set(aliases)]
    const { aliases: _aliases, ...otherFallbacks } = mapping.fallbacks ?? {}
    const fallbacks = rest.length > 0 ? { ...otherFallbacks, aliases: rest } : otherFallbacks
    const { fallbacks: _fallbacks, ...otherParts } = mapping
    return {
      mapping: {
        ...otherParts,
        columns: leading === undefined ? others : { ...others, aliases: leading },
        ...(Object.keys(fallbacks).length > 0 ? { fallbacks } : {}),
      },
      confidence: sure,
      problems,
      repeatsPeople: key.values.size < key.filled,
    }
  }

  /**
   * A column with a text of its own for everybody, which clearly more managers are named by. Never an e-mail in place of
   * an id that everybody has: managers are found by e-mail too, and addresses change.
   */
  #betterKey(current: Candidate): Candidate | null {
    if (this.#references.size === 0) return null
    const isWhole = current.filled === this.#rows
    const share = ({ values }: Candidate) => [...this.#references].filter(reference => values.has(reference)).length / this.#references.size
    let best: { candidate: Candidate; share: number } | null = null
    for (const candidate of this.#candidates) {
      const isKnown = fieldFor('people', candidate.header) !== null
      const isKey =
        candidate.filled === this.#rows && candidate.values.size >= 0.98 * current.values.size && !(isWhole && isMails(candidate))
      const found = isKey && isKnown ? share(candidate) : 0
      if (candidate !== current && found > (best?.share ?? 0.2)) best = { candidate, share: found }
    }
    return best && best.share > share(current) + 0.2 ? best.candidate : null
  }
}

const isMails = ({ values, filled }: Candidate) =>
  filled > 0 && [...values.keys()].filter(value => MAIL.test(value)).length >= 0.8 * values.size

/** Digits of several lengths, where a zero in front shows that length once mattered. */
function unevenIds({ values }: Candidate, references: ReadonlySet<string>): boolean {
  const numbers = [...values.keys()].filter(value => /^\d{1,18}$/.test(value))
  if (numbers.length < 2 || numbers.length < 0.9 * values.size) return false
  const longest = Math.max(...new Set(numbers.map(({ length }) => length)))
  const isPadded = numbers.some(value => /^0\d/.test(value)) || [...references].some(value => /^0\d+$/.test(value))
  return isPadded && numbers.some(value => value.length < longest && !/^0\d/.test(value))
}
