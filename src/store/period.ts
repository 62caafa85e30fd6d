/** What analyses as of earlier days came to, one a day, kept in data.db beside the newest result. */
import type { EpochDay } from '../domain/calendar.ts'
import { bytes, number, orNull, text } from './codec.ts'
import { addEvent } from './journal.ts'
import { type Database, select } from './sqlite.ts'

const bytesOrNull = orNull(bytes)

export interface PeriodHead {
  readonly asOf: EpochDay
  /** What it was computed from: the state of the data, and the rule. */
  readonly live: string
  readonly rule: string
  /** ISO 8601, UTC. */
  readonly computedAt: string
  /** JSON text, what a list of periods says of this one. */
  readonly about: string
}

/** Records are the caller's affair. */
export interface StoredPeriod extends PeriodHead {
  readonly record: Uint8Array
  /** What was told of the day before it was computed anew from other data or by another rule. */
  readonly former: Uint8Array | null
  /** The former rule over the newer data, where both had changed. */
  readonly formerRule: Uint8Array | null
}

/** In the order of days. */
export function readPeriods(data: Database): PeriodHead[] {
  return select(
    data,
    'SELECT as_of, live, rule, computed_at, about FROM period ORDER BY as_of',
    [],
    ([asOf, live, rule, computedAt, about]) => ({
      asOf: number.read(asOf),
      live: text.read(live),
      rule: text.read(rule),
      computedAt: text.read(computedAt),
      about: text.read(about),
    }),
  )
}

export function readPeriod(data: Database, asOf: EpochDay): StoredPeriod | null {
  const sql = 'SELECT live, rule, computed_at, about, record, former, former_rule FROM period WHERE as_of = ?'
  const [period] = select(data, sql, [asOf], ([live, rule, computedAt, about, record, former, formerRule]) => ({
    asOf,
    live: text.read(live),
    rule: text.read(rule),
    computedAt: text.read(computedAt),
    about: text.read(about),
    record: bytes.read(record),
    former: bytesOrNull.read(former),
    formerRule: bytesOrNull.read(formerRule),
  }))
  return period ?? null
}

/** Puts each in the place of the one of its day. */
export function writePeriods(data: Database, periods: readonly StoredPeriod[], at: string): void {
  const insert = data.prepare(
    'INSERT OR REPLACE INTO period (as_of, live, rule, computed_at, about, record, former, former_rule) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
  )
  try {
    for (const { asOf, live, rule, computedAt, about, record, former, formerRule } of periods)
      insert.run([asOf, live, rule, computedAt, about, record, bytesOrNull.write(former), bytesOrNull.write(formerRule)])
  } finally {
    insert.free()
  }
  for (const { asOf, live, rule } of periods) addEvent(data, at, 'period', { asOf, live, rule })
}
