/** The one object that `analysis.json`, the reports and the window show: what was computed, rounded, named and explained. */
import type { Analysis } from '../analysis/analyse.ts'
import type { FlagFairness } from '../analysis/fairness.ts'
import { type SettingChanges, TITLE_SEPARATOR, valuesWith } from '../analysis/method-changes.ts'
import type { SettingValue } from '../analysis/method-settings.ts'
import type { AnalysisDocument } from '../contract/analysis.ts'
import { PURPOSE_NOT_RECORDED } from '../contract/analysis.ts'
import { isoDate } from '../domain/calendar.ts'
import type { ImportRecord } from '../store/import-record.ts'
import { agentsEntry } from './agents-entries.ts'
import { componentEntries, wholeEntry } from './component-entries.ts'
import type { Assembled } from './dataset/assemble.ts'
import type { EvidenceIds } from './evidence-ids.ts'
import { EXPLANATIONS } from './explanations.ts'
import { fairnessEntries } from './fairness-entries.ts'
import { leaderEntries } from './leader-entries.ts'
import { personEntries } from './person-entries.ts'
import { qualityEntries } from './quality-entries.ts'
import { round, roundOrNull } from './rounding.ts'
import { unitEntries } from './unit-entries.ts'

interface DocumentSources {
  readonly evidenceIds: EvidenceIds
  readonly fairness: readonly FlagFairness[]
  /** What the analysis was made with otherwise than the defaults. */
  readonly changes: SettingChanges
}

const SAID = 'is a program on somebody’s word'

/** Without the purpose, which belongs to the workspace and is put in when the document leaves it. */
export function toDocument(
  analysis: Analysis,
  assembled: Assembled,
  imports: readonly ImportRecord[],
  { evidenceIds, fairness, changes }: DocumentSources,
): AnalysisDocument {
  const { dataset, isDated, identities } = assembled
  return {
    schema: 'switchyard-analysis-1',
    asOf: isDated ? isoDate(analysis.asOf) : null,
    window: isDated ? { from: isoDate(analysis.window.from), to: isoDate(analysis.window.to) } : null,
    method: { version: analysis.methodVersion, settings: roundedSettings(changes) },
    purpose: { purpose: PURPOSE_NOT_RECORDED, legalBasis: null, noticeDate: null },
    scope: { shows: 'people', leastPeople: null, unitsLeftOut: null },
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
    leaders: leaderEntries(analysis, assembled, evidenceIds),
    agents: agentsEntry(analysis, evidenceIds),
    fairness: fairnessEntries(fairness, analysis.patternSettings.fairness),
    stability: analysis.stability.map(({ pattern, band, flags, surviving }) => ({
      pattern,
      band,
      flags,
      surviving: round(surviving / flags),
    })),
    quality: qualityEntries(analysis, assembled),
    explanations: EXPLANATIONS.map(explanation => ({ ...explanation, inputs: [...explanation.inputs] })),
  }
}

/** Everything the result was made with: thresholds, what each kind of work is and weighs, titles read in another way. */
function roundedSettings(changes: SettingChanges): AnalysisDocument['method']['settings'] {
  const written = (value: SettingValue) =>
    typeof value === 'number' ? round(value) : typeof value === 'object' ? value.join(TITLE_SEPARATOR) : value
  return Object.fromEntries([...valuesWith(changes)].map(([name, value]) => [name, written(value)]))
}
