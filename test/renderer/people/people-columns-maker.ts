/** Small tables of people for tests: what is not given is unknown. */
import type { Columns } from '../../../src/contract/wire.ts'

export interface Row {
  readonly id: string
  readonly name: string
  readonly title?: string
  readonly unit?: string
  readonly family?: string
  readonly flags?: number
  readonly notEnough?: number
  readonly employed?: number
  readonly track?: number
  readonly build?: number
  readonly keeps?: number
  readonly weeks?: number
}

export function columnsOf(rows: readonly Row[]): Columns {
  const dictionary = (of: (row: Row) => string | undefined) => [...new Set(rows.map(of).filter(text => text !== undefined))]
  const [titles, units, families] = [dictionary(row => row.title), dictionary(row => row.unit), dictionary(row => row.family)]
  const codes = (texts: readonly string[], of: (row: Row) => string | undefined) =>
    Int32Array.from(rows, row => {
      const text = of(row)
      return text === undefined ? -1 : texts.indexOf(text)
    })
  return {
    rows: rows.length,
    arrays: {
      title: codes(titles, row => row.title),
      unit: codes(units, row => row.unit),
      family: codes(families, row => row.family),
      flags: Uint32Array.from(rows, row => row.flags ?? 0),
      notEnough: Uint32Array.from(rows, row => row.notEnough ?? 0),
      employed: Uint8Array.from(rows, row => row.employed ?? 0),
      track: Uint8Array.from(rows, row => row.track ?? 0),
      inHris: new Uint8Array(rows.length),
      build: Float64Array.from(rows, row => row.build ?? NaN),
      weeks: Int32Array.from(rows, row => row.weeks ?? -1),
      keeps: Int32Array.from(rows, row => row.keeps ?? 0),
    },
    dictionaries: { person: rows.map(row => row.id), name: rows.map(row => row.name), title: titles, unit: units, family: families },
  }
}
