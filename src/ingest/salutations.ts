/** A column called title that holds forms of address: it tells the sex, and is no job. */
import { squeezeHeader } from './headers.ts'
import type { MappedHeaders } from './mapping.ts'
import { cellText } from './values.ts'

const SALUTATION =
  /^(?:mr|mrs|ms|miss|mx|dr|prof|sir|dame|herr|frau|m|mme|mlle|sr|sra|srta|monsieur|madame|señora?)\.?(?: (?:dr|prof)\.?)*$/i

export class SalutationLook {
  readonly header: string | null
  readonly #index: number
  #all = 0
  #salutations = 0

  constructor(headers: readonly string[]) {
    this.#index = headers.findIndex(header => squeezeHeader(header) === 'title')
    this.header = headers[this.#index] ?? null
  }

  add(cells: readonly string[]): void {
    const text = this.#index < 0 ? null : cellText(cells[this.#index])
    if (text === null) return
    this.#all++
    if (SALUTATION.test(text)) this.#salutations++
  }

  /** Whether nearly all of its cells are forms of address. */
  get isFound(): boolean {
    return this.#all > 0 && this.#salutations >= 0.9 * this.#all
  }
}

/** The column given up as one that is not stored; another column of titles takes its place where there is one. */
export function withoutSalutations(mapped: MappedHeaders, header: string, line: number): MappedHeaders {
  const { mapping, confidence, protectedColumns, problems } = mapped
  const { title, ...columns } = mapping.columns
  const { title: titles = [], ...fallbacks } = mapping.fallbacks ?? {}
  const [next = null, ...others] = [...(title === undefined ? [] : [title]), ...titles].filter(each => each !== header)
  const { fallbacks: _fallbacks, ...otherParts } = mapping
  const kept = { ...fallbacks, ...(others.length > 0 ? { title: others } : {}) }
  const message = `“${header}” holds forms of address such as Mr or Ms, not job titles; it was not read${next === null ? '' : `, “${next}” was`}.`
  return {
    ...mapped,
    mapping: {
      ...otherParts,
      columns: next === null ? columns : { ...columns, title: next },
      ...(Object.keys(kept).length > 0 ? { fallbacks: kept } : {}),
    },
    confidence: { ...confidence, ...(next === null ? {} : { title: 0.8 }) },
    unknown: mapped.unknown.filter(each => each !== header && each !== next),
    protectedColumns: [...protectedColumns, { header, attribute: 'salutation', treatment: 'not_stored' }],
    problems: [
      ...problems.filter(({ code, column }) => !(code === 'second-column' && column === next)),
      { severity: 'warning', code: 'salutation', line, column: header, message },
    ],
  }
}
