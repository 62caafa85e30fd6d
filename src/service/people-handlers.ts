/** People in the window: the table, profiles, their contributions, who is routed where. */
import type { Handlers, Output } from '../contract/contract.ts'
import { AppError } from '../contract/wire.ts'
import { currentAnalysis } from './current-analysis.ts'
import { evidencePage, rowsOfPerson } from './evidence.ts'
import { type LoadedAnalysis, reasonKey } from './loaded-analysis.ts'
import { peopleColumns } from './people-columns.ts'
import type { NameOf } from './person-names.ts'
import { profileOf } from './profile.ts'
import { promotionOutput } from './promotion-output.ts'
import { routingOf } from './routing.ts'
import type { ServiceCore } from './service.ts'
import { pageOf } from './systems.ts'

type PeopleMethod = Extract<keyof Handlers, `people.${string}` | `routing.${string}` | 'simulation.promote'>

export function peopleHandlers(core: ServiceCore): Pick<Handlers, PeopleMethod> {
  const current = currentAnalysis(core)
  return {
    'people.find': async ({ text, page }) => {
      const { analysis, nameOf } = current()
      return pageOf(findPeople(analysis, text, nameOf), page)
    },
    'people.table': async () => peopleColumns(current().analysis.document),
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
    'routing.get': async () => {
      const { analysis, nameOf } = current()
      return routingOf(analysis.document, nameOf)
    },
  }
}

function rowsOfReason({ reasonRows }: LoadedAnalysis, person: string, pattern: string, reason: number): Uint32Array {
  const rows = reasonRows.get(reasonKey(person, pattern))?.[reason]
  if (!rows) throw new AppError('not-found', 'This person is not flagged with this reason.')
  return rows
}

/** By name, id, title or unit; those who keep something first, then by name. */
function findPeople({ document }: LoadedAnalysis, text: string, nameOf: NameOf): Output<'people.find'>['rows'] {
  const wanted = text.trim().toLowerCase()
  return document.people
    .filter(person => person.employed !== false)
    .filter(
      person =>
        wanted === '' ||
        [nameOf(person.personId), person.personId, person.title ?? '', person.orgUnit ?? ''].some(field =>
          field.toLowerCase().includes(wanted),
        ),
    )
    .map(({ personId, title, orgUnit, employed, keeps }) => ({
      personId,
      name: nameOf(personId),
      title,
      orgUnit,
      employed,
      keeps: keeps.map(kept => kept.component),
    }))
    .toSorted((a, b) => Number(b.keeps.length > 0) - Number(a.keeps.length > 0) || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
}
