/** One person: what was computed of them, how their work went month by month, and what happened in their job. */
import { knowledgeMatrix } from '../analysis/matrix.ts'
import type { Output } from '../contract/contract.ts'
import { AppError } from '../contract/wire.ts'
import { isoDate } from '../domain/calendar.ts'
import { WORK_MODES } from '../domain/kinds.ts'
import { rowsOfPerson } from './evidence.ts'
import type { LoadedAnalysis } from './loaded-analysis.ts'
import { NOT_EMPLOYED } from './people-columns.ts'
import type { NameOf } from './person-names.ts'
import { round } from './rounding.ts'

type Profile = Output<'people.get'>

/** Throws AppError `not-found`. */
export function profileOf(analysis: LoadedAnalysis, personId: string, nameOf: NameOf): Profile {
  const { document, people } = analysis
  const { person: ids } = people.table.dictionaries as Record<'person', readonly string[]> // of people.table
  const index = ids.indexOf(personId)
  if (index < 0) throw new AppError('not-found', 'This person is not in this analysis.')
  const { entry: person, events } = analysis.person(index)
  const employed = people.table.arrays['employed']!
  return {
    person,
    name: nameOf(personId),
    manager: person.managerId === null ? null : { personId: person.managerId, name: nameOf(person.managerId) },
    reports: people.manager.reduce((sum, manager, place) => sum + (manager === index && employed[place] !== NOT_EMPLOYED ? 1 : 0), 0),
    asOf: document.asOf,
    window: document.window,
    months: monthsOf(analysis, index),
    events: events.map(({ effectiveDate, reason, title, level, track, orgUnit }) => ({
      date: isoDate(effectiveDate),
      reason,
      title,
      level,
      track,
      orgUnit,
    })),
    systems: systemsOf(analysis, index),
    contributions: rowsOfPerson(analysis, personId).length,
  }
}

const FIRST_YEAR = 1970
const MONTHS_A_YEAR = 12

function monthsOf({ months }: LoadedAnalysis, person: number): Profile['months'] {
  const entries = Array.from(
    { length: months.offsets[person + 1]! - months.offsets[person]! },
    (_, index) => months.offsets[person]! + index,
  )
  return entries.map(entry => {
    const month = months.month[entry]!
    const year = FIRST_YEAR + Math.floor(month / MONTHS_A_YEAR)
    const hours = (mode: number) => round(months.hours[entry * WORK_MODES.length + mode]!)
    return {
      month: `${year}-${String((month % MONTHS_A_YEAR) + 1).padStart(2, '0')}`,
      hours: { build: hours(0), enable: hours(1), decide: hours(2), coordinate: hours(3), govern: hours(4) },
    }
  })
}

function systemsOf({ model, document }: LoadedAnalysis, person: number): Profile['systems'] {
  const components = [...model.components.names.keys()]
  const { authored, authoredShare, effortShare } = knowledgeMatrix(model, [person], components)
  const orNull = (share: number) => (Number.isNaN(share) ? null : round(share))
  const weight = (system: Profile['systems'][number]) => Math.max(system.authored ?? 0, system.effort ?? 0)
  return components
    .map(component => ({
      component: model.components.names[component]! as string,
      keeps: document.components[component]?.keeper?.personId === model.people.ids[person],
      authored: orNull(authoredShare[component]!),
      effort: orNull(effortShare[component]!),
      artifacts: authored[component]!,
    }))
    .filter(system => weight(system) > 0)
    .toSorted((a, b) => weight(b) - weight(a) || (a.component < b.component ? -1 : 1))
}
