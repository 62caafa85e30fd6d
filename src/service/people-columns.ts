/** Everybody as columns, for the one table that is too long for pages: the window sorts and filters it by itself. */
import type { AnalysisDocument, PersonEntry } from '../contract/analysis.ts'
import type { Columns } from '../contract/wire.ts'
import { BANDS, PATTERNS } from '../domain/flag.ts'
import { WORK_MODES } from '../domain/kinds.ts'
import { Names } from './dataset/names.ts'

const UNKNOWN = -1
/** In the column `employed`. */
export const NOT_EMPLOYED = 1
const BITS_PER_BAND = 2

/**
 * One row a person, in the order of ids. Dictionaries: `person` (ids) and `name`, one entry a row; `title`, `unit`
 * and `family` by code, -1 unknown. Arrays: `flags` has two bits a pattern in the order of PATTERNS (0 none, else 1 + index
 * of the band), `notEnough` one bit a pattern; `employed` and `track` are 0 unknown, 1 no or ic, 2 yes or manager; the five modes
 * are shares, NaN without effort; `weeks` are active weeks of the window; `keeps` counts systems kept alone; `exposure` is NaN
 * when unknown; `inHris` is 0 or 1.
 */
export function peopleColumns({ people }: AnalysisDocument): Columns {
  const [titles, units, families] = [new Names(), new Names(), new Names()]
  const codes = (names: Names, of: (person: PersonEntry) => string | null) =>
    Int32Array.from(people, person => {
      const text = of(person)
      return text === null ? UNKNOWN : names.codeOf(text)
    })
  const shares = Object.fromEntries(WORK_MODES.map(mode => [mode, Float64Array.from(people, person => person.modes?.[mode] ?? NaN)]))
  return {
    rows: people.length,
    arrays: {
      title: codes(titles, person => person.title),
      unit: codes(units, person => person.orgUnit),
      family: codes(families, person => person.roleFamily),
      flags: Uint32Array.from(people, flagBits),
      notEnough: Uint32Array.from(people, ({ notEnough }) =>
        notEnough.reduce((bits, { pattern }) => bits | (1 << PATTERNS.indexOf(pattern)), 0),
      ),
      employed: Uint8Array.from(people, ({ employed }) => (employed === null ? 0 : employed ? 2 : NOT_EMPLOYED)),
      track: Uint8Array.from(people, ({ track }) => (track === null ? 0 : track === 'ic' ? 1 : 2)),
      inHris: Uint8Array.from(people, ({ inHris }) => (inHris ? 1 : 0)),
      ...shares,
      weeks: Int32Array.from(people, ({ observedWeeks }) => observedWeeks ?? UNKNOWN),
      keeps: Int32Array.from(people, ({ keeps }) => keeps.length),
      exposure: Float64Array.from(people, ({ exposure }) => exposure ?? NaN),
    },
    dictionaries: {
      person: people.map(({ personId }) => personId),
      name: people.map(({ personId, name }) => name ?? personId),
      title: titles.list(),
      unit: units.list(),
      family: families.list(),
    },
  }
}

function flagBits({ flags }: PersonEntry): number {
  let bits = 0
  for (const { pattern, band } of flags) bits |= (1 + BANDS.indexOf(band)) << (BITS_PER_BAND * PATTERNS.indexOf(pattern))
  return bits >>> 0
}
