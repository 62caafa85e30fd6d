/** Systems and key people in the window, and the simulation of people leaving. */
import type { Handlers, Output } from '../contract/contract.ts'
import { AppError } from '../contract/wire.ts'
import { departureOutput } from './departure-output.ts'
import { evidencePage } from './evidence.ts'
import type { LoadedAnalysis } from './loaded-analysis.ts'
import { matrixColumns } from './matrix-columns.ts'
import { type NameOf, personNames } from './person-names.ts'
import type { ServiceCore } from './service.ts'
import { listSystems, pageOf, removalCurve, systemDetail, systemsSummary } from './systems.ts'

type SystemMethod = Extract<keyof Handlers, `systems.${string}` | `people.${string}` | `simulation.${string}`>

interface Current {
  readonly analysis: LoadedAnalysis
  readonly nameOf: NameOf
}

export function systemHandlers(core: ServiceCore): Pick<Handlers, SystemMethod> {
  let names: { readonly of: LoadedAnalysis; readonly nameOf: NameOf } | null = null
  const current = (): Current => {
    const analysis = core.session().analysis()
    if (!analysis) throw new AppError('not-found', 'Nothing has been analysed yet. Import contributions first.')
    if (names?.of !== analysis) names = { of: analysis, nameOf: personNames(analysis.document) }
    return { analysis, nameOf: names.nameOf }
  }
  return {
    'systems.summary': async () => {
      const document = core.session().document()
      if (!document) throw new AppError('not-found', 'Nothing has been analysed yet. Import contributions first.')
      return systemsSummary(document)
    },
    'systems.list': async request => {
      const { analysis, nameOf } = current()
      return listSystems(analysis.document, request, nameOf)
    },
    'systems.get': async ({ component }) => {
      const { analysis, nameOf } = current()
      return systemDetail(analysis.document, component, nameOf)
    },
    'systems.evidence': async ({ component, person, page }) => {
      const { analysis, nameOf } = current()
      return evidencePage(core.session(), analysis, { component, person, page }, { nameOf, sqlite: core.environment.sqlite })
    },
    'systems.matrix': async ({ components, people }) => {
      const { analysis, nameOf } = current()
      return matrixColumns(analysis, components, people, nameOf)
    },
    'systems.removal': async ({ component }) => {
      const { analysis, nameOf } = current()
      return removalCurve(analysis.document, component, analysis.model.settings.coverageLine, nameOf)
    },
    'people.find': async ({ text, page }) => {
      const { analysis, nameOf } = current()
      return pageOf(findPeople(analysis, text, nameOf), page)
    },
    'simulation.leave': async ({ people }) => {
      const { analysis, nameOf } = current()
      return departureOutput(analysis, people, nameOf)
    },
  }
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
