/** The one object that `analysis.json`, the reports and the window show: what was computed, rounded, named and explained. */
import type { Analysis, PersonAnalysis } from '../analysis/analyse.ts'
import type { Standing } from '../analysis/cohort.ts'
import type { AnalysisDocument, PersonEntry } from '../contract/analysis.ts'
import { PURPOSE_NOT_RECORDED } from '../contract/analysis.ts'
import { type EpochDay, isoDate } from '../domain/calendar.ts'
import { type Person, isEmployedOn } from '../domain/person.ts'
import type { ImportRecord } from '../store/import-record.ts'
import { componentEntries, wholeEntry } from './component-entries.ts'
import type { Assembled } from './dataset/assemble.ts'
import { EXPLANATIONS } from './explanations.ts'
import { qualityEntries } from './quality-entries.ts'
import { round, roundOrNull } from './rounding.ts'

/** Without the purpose, which belongs to the workspace and is put in when the document leaves it. */
export function toDocument(analysis: Analysis, assembled: Assembled, imports: readonly ImportRecord[]): AnalysisDocument {
  const { dataset, isDated, identities } = assembled
  const known: Known = {
    activity: dataset.contributions.length > 0 || dataset.meetings.length > 0,
    keepers: analysis.components.some(component => component.keepers !== null),
  }
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
      bots: identities.bots.map(bot => ({ ...bot })),
      unresolvedManagers: identities.unresolvedManagers.map(({ code, personIds, reference }) => ({
        code,
        personIds: [...personIds],
        reference,
      })),
      unknownKinds: analysis.quality.unknownKinds.map(({ kind, rows }) => ({ kind, contributions: rows })),
    },
    people: analysis.people.map((entry, index) => personEntry(entry, dataset.people[index]!, analysis, known)),
    components: componentEntries(analysis, assembled),
    whole: wholeEntry(analysis),
    units: [],
    leaders: [],
    agents: null,
    fairness: [],
    stability: [],
    quality: qualityEntries(analysis, assembled),
    explanations: EXPLANATIONS.map(explanation => ({ ...explanation, inputs: [...explanation.inputs] })),
  }
}

function roundedSettings({ settings }: Analysis): AnalysisDocument['method']['settings'] {
  return Object.fromEntries(
    Object.entries(settings).map(([name, value]: [string, number | boolean]) => [name, typeof value === 'number' ? round(value) : value]),
  )
}

/** What anything is on record about at all: without it a count of none would be invented. */
interface Known {
  readonly activity: boolean
  readonly keepers: boolean
}

function personEntry(entry: PersonAnalysis, person: Person, { asOf, components }: Analysis, known: Known): PersonEntry {
  const kept = components.filter(component => component.keeper === person.id)
  const { modes } = entry
  return {
    personId: person.id,
    name: person.name,
    inHris: person.inHris,
    employed: isEmployedOn(person, asOf),
    orgUnit: person.orgUnit,
    title: person.title,
    track: person.track,
    roleFamily: person.roleFamily,
    managerId: person.managerId,
    modes: modes && {
      build: round(modes.build),
      enable: round(modes.enable),
      decide: round(modes.decide),
      coordinate: round(modes.coordinate),
      govern: round(modes.govern),
    },
    effortHours: modes === null ? null : round(entry.effortHours),
    observedWeeks: known.activity ? entry.observedWeeks : null,
    buildPace: entry.buildPace && ranked(entry.buildPace),
    workToMeeting: null,
    // Where nothing is known of any system, keeping none of them says nothing.
    exposure: components.some(component => component.keepers !== null) ? round(entry.exposure) : null,
    keeps: kept.map(({ component, hold, share, matters }) => ({ component, hold: round(hold ?? 0), share: round(share ?? 0), matters })),
    scores: { builder: null, enabler: null, coordination: null, systemsThinker: null },
    leverage: null,
    move: null,
    systemsThinker: null,
    network: null,
    flags: [],
    notEnough: [],
  }
}

const COHORT_WORDS = { level: 'same role family, neighbouring levels', role_family: 'same role family', all: 'everybody observed' } as const

const ranked = ({ value, percentile, shown, cohort, n }: Standing) => ({
  value: round(value),
  percentile: round(percentile),
  shown: round(shown),
  cohort: COHORT_WORDS[cohort],
  members: n,
})

/** A day as written, or null. */
export const dateOrNull = (day: EpochDay | null) => (day === null ? null : isoDate(day))
