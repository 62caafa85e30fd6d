/** Columns of the tree of units. */
import type { ReactNode } from 'react'
import { Unknown } from '../components/Unknown.tsx'
import { formatCount, formatDecimal } from '../format.ts'
import type { Unit } from './answers.ts'
import { BoundLabel } from './BoundLabel.tsx'
import { HoursBar } from './HoursBar.tsx'
import { Load } from './Load.tsx'
import { boundMark, hoursOf, UNKNOWN_BECAUSE } from './unit-words.ts'

/** The highest figure of all units, for the bars. */
export interface Highest {
  readonly coordinationRatio: number
  readonly span: number
  readonly layers: number
  readonly workToMeeting: number
}

const LOADS = ['coordinationRatio', 'span', 'layers', 'workToMeeting'] as const

export function highestOf(units: readonly Unit[]): Highest {
  const most = Object.fromEntries(LOADS.map(name => [name, units.reduce((highest, unit) => Math.max(highest, unit[name] ?? 0), 0)]))
  return most as Record<(typeof LOADS)[number], number> // made of exactly these
}

export interface UnitColumn {
  readonly label: string
  readonly meaning: string
  readonly cell: (unit: Unit, highest: Highest) => ReactNode
}

const load = (name: (typeof LOADS)[number], unit: Unit, highest: Highest, format: (value: number) => string) => (
  <Load value={unit[name]} most={highest[name]} format={format} unknownBecause={UNKNOWN_BECAUSE[name]} />
)

export const UNIT_COLUMNS: readonly UnitColumn[] = [
  { label: 'People', meaning: 'People who are there, with those of units below', cell: ({ people }) => formatCount(people) },
  {
    label: 'Coordination ratio',
    meaning: 'People who mostly coordinate, per one who mostly builds or enables; governance apart',
    cell: (unit, highest) => load('coordinationRatio', unit, highest, formatDecimal),
  },
  { label: 'Span', meaning: 'Direct reports per manager who has any', cell: (unit, highest) => load('span', unit, highest, formatDecimal) },
  {
    label: 'Layers',
    meaning: 'People in the longest reporting line inside the unit',
    cell: (unit, highest) => load('layers', unit, highest, formatCount),
  },
  {
    label: 'Work to meeting',
    meaning: 'Hours of focus, or of hands-on work where focus is not recorded, per meeting hour',
    cell: (unit, highest) => load('workToMeeting', unit, highest, formatDecimal),
  },
  {
    label: 'Coordination',
    meaning: 'Hours of the window: load-bearing, optional, untold',
    cell: unit => {
      const hours = hoursOf(unit)
      return hours === null ? <Unknown because={UNKNOWN_BECAUSE.hours} /> : <HoursBar hours={hours} />
    },
  },
  { label: 'Bound by', meaning: 'What keeps more from being finished', cell: unit => <BoundLabel mark={boundMark(unit)} /> },
  {
    label: 'Governance',
    meaning: 'People whose work is an obligation: apart from all ratios',
    cell: ({ governance }) => (governance === null ? <Unknown because={UNKNOWN_BECAUSE.governance} /> : formatCount(governance)),
  },
]
