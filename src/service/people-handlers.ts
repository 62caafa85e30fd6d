/** People in the window: the table, profiles, their contributions, who is routed where. */
import type { Handlers, Output } from '../contract/contract.ts'
import { AppError, type Columns } from '../contract/wire.ts'
import { compareText } from '../domain/identifiers.ts'
import { currentAnalysis } from './current-analysis.ts'
import { evidencePage, rowsOfPerson } from './evidence.ts'
import { type LoadedAnalysis, reasonKey } from './loaded-analysis.ts'
import { NOT_EMPLOYED } from './people-columns.ts'
import { profileOf } from './profile.ts'
import { promotionOutput } from './promotion-output.ts'
import type { ServiceCore } from './service.ts'
import { pageOf } from './systems.ts'

type PeopleMethod = Extract<keyof Handlers, `people.${string}` | `routing.${string}` | 'simulation.promote'>

export function peopleHandlers(core: ServiceCore): Pick<Handlers, PeopleMethod> {
  const current = currentAnalysis(core)
  return {
    'people.find': async ({ text, page }) => {
      const { analysis } = current()
      const { total, rows } = pageOf(findPeople(analysis.people.table, text), page)
      return { total, rows: rows.map(place => foundPerson(analysis, place)) }
    },
    'people.table': async () => current().analysis.people.table,
    'people.get': async ({ person }) => {
      const { analysis, nameOf } = current()
      const profile = profileOf(analysis, person, nameOf)
      // Who looked at whom is part of the record; the chain holds the id only.
      await core.session().workspace.appendAudit('profile', { person })
      return profile
    },
    'people.evidence': async ({ person, flag, page }) => {
      const { analysis, nameOf } = current()
      const rows = flag === null ? rowsOfPerson(analysis, person) : rowsOfReason(analysis, person, flag.pattern, flag.reason)
      return evidencePage(core.session(), analysis, rows, page, { nameOf, sqlite: core.environment.sqlite })
    },
    'simulation.promote': async ({ people }) => {
      const { analysis, nameOf } = current()
      return promotionOutput(analysis, people, nameOf)
    },
    'routing.get': async () => current().analysis.routing,
  }
}

function rowsOfReason({ reasonRows }: LoadedAnalysis, person: string, pattern: string, reason: number): Uint32Array {
  const rows = reasonRows.get(reasonKey(person, pattern))?.[reason]
  if (!rows) throw new AppError('not-found', 'This person is not flagged with this reason.')
  return rows
}

/** Places of those found by name, id, title or unit; those who keep something first, then by name. */
function findPeople({ rows, arrays, dictionaries }: Columns, text: string): number[] {
  const { employed, keeps } = arrays as Record<'employed' | 'keeps', Int32Array> // of people.table
  const { person, name } = dictionaries as Record<'person' | 'name', readonly string[]>
  const wanted = text.trim().toLowerCase()
  const isMeant = (field: string) => field.toLowerCase().includes(wanted)
  // Titles and units are few: each is looked at once, not once a person.
  const [titles, units] = ['title', 'unit'].map(column => dictionaries[column]!.map(isMeant))
  const isFound = (place: number) =>
    wanted === '' ||
    isMeant(name[place]!) ||
    isMeant(person[place]!) ||
    titles![arrays['title']![place]!] === true ||
    units![arrays['unit']![place]!] === true
  return [...Array(rows).keys()]
    .filter(place => employed[place] !== NOT_EMPLOYED && isFound(place))
    .sort((a, b) => Number(keeps[b]! > 0) - Number(keeps[a]! > 0) || compareText(name[a]!, name[b]!))
}

function foundPerson({ people: { table, keeps } }: LoadedAnalysis, place: number): Output<'people.find'>['rows'][number] {
  const { person, name, title, unit } = table.dictionaries as Record<'person' | 'name' | 'title' | 'unit', readonly string[]>
  const { arrays } = table
  return {
    personId: person[place]!,
    name: name[place]!,
    title: title[arrays['title']![place]!] ?? null,
    orgUnit: unit[arrays['unit']![place]!] ?? null,
    employed: [null, false, true][arrays['employed']![place]!]!,
    keeps: [...(keeps.get(place) ?? [])],
  }
}
