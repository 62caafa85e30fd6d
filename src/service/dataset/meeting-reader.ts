/** Reads the live meetings into one row per person and week, whatever the order of rows. */
import { type EpochDay, weekOf } from '../../domain/calendar.ts'
import type { MeetingColumns } from '../../domain/meeting.ts'
import type { SegmentColumns } from '../../store/segment.ts'
import type { Contributors } from './contributors.ts'

const MEASURES = ['meetingHours', 'focusHours', 'attendees', 'oneOnOneHours', 'agentActions'] as const

export class MeetingReader {
  readonly #contributors: Contributors
  readonly #asOf: EpochDay | null
  readonly #contributor: Int32Array
  readonly #day: Int32Array
  /** Position of the import among the live ones: a later one replaces the weeks of an earlier one. */
  readonly #import: Int32Array
  readonly #measures: readonly Float64Array[]
  #rows = 0
  newest: EpochDay | null = null
  /** The first day of the rows that are dated after the as-of date. */
  firstLater: EpochDay | null = null

  constructor(contributors: Contributors, { mostRows, asOf }: { readonly mostRows: number; readonly asOf: EpochDay | null }) {
    this.#contributors = contributors
    this.#asOf = asOf
    this.#contributor = new Int32Array(mostRows)
    this.#day = new Int32Array(mostRows)
    this.#import = new Int32Array(mostRows)
    this.#measures = MEASURES.map(() => new Float64Array(mostRows))
  }

  add({ columns, rows }: SegmentColumns<'meetings'>, importPosition: number): void {
    // Only people of rows that count become known.
    const codes = new Int32Array(columns.person.names.length).fill(-1)
    for (let row = 0; row < rows; row++) {
      const day = columns.day[row]!
      if (this.#asOf !== null && day > this.#asOf) {
        this.firstLater = Math.min(this.firstLater ?? Infinity, day)
        continue
      }
      if (this.newest === null || day > this.newest) this.newest = day
      const to = this.#rows++
      const person = columns.person.codes[row]!
      if (codes[person]! < 0) codes[person] = this.#contributors.codeOf(columns.person.names[person]!, null)
      this.#contributor[to] = codes[person]!
      this.#day[to] = day
      this.#import[to] = importPosition
      MEASURES.forEach((measure, index) => (this.#measures[index]![to] = columns[measure][row]!))
    }
  }

  /** As written, in no order. */
  days(): Int32Array {
    return this.#day.subarray(0, this.#rows)
  }

  /**
   * `personOf` is negative for a contributor that is nobody (a program). Of rows of one person and day
   * the one with most meeting hours counts; days of one week are summed, for some exports are daily.
   */
  finish(personOf: (contributor: number) => number): MeetingColumns {
    const person = Int32Array.from(this.#contributor.subarray(0, this.#rows), personOf)
    const order = Array.from({ length: this.#rows }, (_, row) => row).filter(row => person[row]! >= 0)
    const week = this.#day.map(weekOf)
    const [hours] = this.#measures
    order.sort(
      (a, b) =>
        person[a]! - person[b]! ||
        week[a]! - week[b]! ||
        this.#import[b]! - this.#import[a]! ||
        this.#day[a]! - this.#day[b]! ||
        hours![b]! - hours![a]! ||
        this.#compareMeasures(a, b),
    )
    const heads = order.filter(
      (row, index) => index === 0 || person[row] !== person[order[index - 1]!] || week[row] !== week[order[index - 1]!],
    )
    const sums = MEASURES.map(() => new Float64Array(heads.length).fill(NaN))
    let head = -1
    let former = -1
    for (const row of order) {
      if (head < 0 || person[row] !== person[heads[head]!] || week[row] !== week[heads[head]!]) {
        head++
        former = -1
      }
      const isReplaced = this.#import[row] !== this.#import[heads[head]!]
      const isSameDay = former >= 0 && this.#day[row] === this.#day[former]
      if (isReplaced || isSameDay) continue
      former = row
      this.#measures.forEach((measure, index) => {
        const value = measure[row]!
        const sum = sums[index]![head]!
        if (!Number.isNaN(value)) sums[index]![head] = Number.isNaN(sum) ? value : sum + value
      })
    }
    const [meetingHours, focusHours, attendees, oneOnOneHours, agentActions] = sums
    return {
      length: heads.length,
      person: Int32Array.from(heads, row => person[row]!),
      week: Int32Array.from(heads, row => week[row]!),
      meetingHours: meetingHours!,
      focusHours: focusHours!,
      attendees: attendees!,
      oneOnOneHours: oneOnOneHours!,
      agentActions: agentActions!,
    }
  }

  /** Unknown values first, so that the order never depends on where rows stood. */
  #compareMeasures(a: number, b: number): number {
    for (const measure of this.#measures) {
      const [first, second] = [measure[a]!, measure[b]!]
      const difference = (Number.isNaN(second) ? -1 : second) - (Number.isNaN(first) ? -1 : first)
      if (difference !== 0) return difference
    }
    return 0
  }
}
