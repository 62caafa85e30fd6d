/** The one object that `analysis.json`, the reports and the window show: what was computed, rounded, named and explained. */
import type { Analysis } from '../analysis/analyse.ts'
import type { AnalysisDocument } from '../contract/analysis.ts'
import { PURPOSE_NOT_RECORDED } from '../contract/analysis.ts'
import { isoDate } from '../domain/calendar.ts'
import type { ImportRecord } from '../store/import-record.ts'
import { componentEntries, wholeEntry } from './component-entries.ts'
import type { Assembled } from './dataset/assemble.ts'
import type { EvidenceIds } from './evidence-ids.ts'
import { EXPLANATIONS } from './explanations.ts'
import { personEntries } from './person-entries.ts'
import { qualityEntries } from './quality-entries.ts'
import { round, roundOrNull } from './rounding.ts'
import { unitEntries } from './unit-entries.ts'

/** Without the purpose, which belongs to the workspace and is put in when the document leaves it. */
export function toDocument(
  analysis: Analysis,
  assembled: Assembled,
  imports: readonly ImportRecord[],
  evidenceIds: EvidenceIds,
): AnalysisDocument {
  const { dataset, isDated, identities } = assembled
  return {
    schema: 'switchyard-analysis-1',
    asOf: isDated ? isoDate(analysis.asOf) : null,
    window: isDated ? { from: isoDate(analysis.window.from), to: isoDate(analysis.window.to) } : null,
    method: { version: analysis.methodVersion, settings: roundedSettings(analysis) },
    purpose: { purpose: PURPOSE_NOT_RECORDED, legalBasis: null, noticeDate: null },
    inputs: imports.map(({ file, kind, sha256, rows, accepted, rejected, duplicates }) => ({
      file,
      kind,
      sha256,
      rows,
      accepted,
      rejected,
      duplicates,
    })),
    identity: {
      peopleInHris: dataset.people.filter(person => person.inHris).length,
      peopleOutside: dataset.people.filter(person => !person.inHris).length,
      joinedContributions: roundOrNull(identities.joinedContributions),
      bots: identities.bots.map(({ key, sign, contributions }) => ({ key, sign: sign ?? SAID, contributions })),
      unresolvedManagers: identities.unresolvedManagers.map(({ code, personIds, reference }) => ({
        code,
        personIds: [...personIds],
        reference,
      })),
      unknownKinds: analysis.quality.unknownKinds.map(({ kind, rows }) => ({ kind, contributions: rows })),
    },
    people: personEntries(analysis, assembled, evidenceIds),
    components: componentEntries(analysis, assembled),
    whole: wholeEntry(analysis),
    units: unitEntries(analysis),
    leaders: [],
    agents: null,
    fairness: [],
    stability: [],
    quality: qualityEntries(analysis, assembled),
    explanations: EXPLANATIONS.map(explanation => ({ ...explanation, inputs: [...explanation.inputs] })),
  }
}

const SAID = 'is a program on somebody’s word'

/** Every threshold the result was made with: those of the patterns under the name of their family. */
function roundedSettings({ settings, patternSettings }: Analysis): AnalysisDocument['method']['settings'] {
  const families = { builder_trap: patternSettings.builderTrap, enabler_trap: patternSettings.enablerTrap, routes: patternSettings.routes }
  const entries: [string, unknown][] = [
    ...Object.entries(settings),
    ...Object.entries(families).flatMap(([family, values]) =>
      Object.entries(values).map(([name, value]): [string, unknown] => [`${family}.${name}`, value]),
    ),
  ]
  return Object.fromEntries(
    entries.map(([name, value]) => [name, typeof value === 'number' ? round(value) : typeof value === 'boolean' ? value : String(value)]),
  )
}
