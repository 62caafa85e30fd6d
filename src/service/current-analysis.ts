/** The analysis the window asks about, with the names people go by. */
import { AppError } from '../contract/wire.ts'
import type { DocumentHead } from './document-blocks.ts'
import type { LoadedAnalysis } from './loaded-analysis.ts'
import { type NameOf, personNames } from './person-names.ts'
import type { ServiceCore } from './service.ts'

export interface CurrentAnalysis {
  readonly analysis: LoadedAnalysis
  /** What of its document the workspace's scope lets be seen. */
  readonly document: DocumentHead
  readonly nameOf: NameOf
}

/** Throws AppError `not-found` while nothing has been analysed. Names are looked up once per analysis. */
export function currentAnalysis(core: ServiceCore): () => CurrentAnalysis {
  let latest: Omit<CurrentAnalysis, 'document'> | null = null
  return () => {
    const analysis = core.session().analysis()
    if (!analysis) throw new AppError('not-found', 'Nothing has been analysed yet. Import contributions first.')
    if (latest?.analysis !== analysis) latest = { analysis, nameOf: personNames(analysis.people.table) }
    return { ...latest, document: core.session().shown(analysis) }
  }
}
