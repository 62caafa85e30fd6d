/** What is kept of an analysis as of a day, so that two days can be set side by side: no more than a comparison tells. */
import { deflateRawSync, inflateRawSync } from 'node:zlib'
import type { AnalysisDocument } from '../contract/analysis.ts'
import type { EpochDay } from '../domain/calendar.ts'
import type { Band, Pattern } from '../domain/flag.ts'
import type { SettingChanges } from '../analysis/method-changes.ts'
import type { InputCounts } from './dataset/dataset-digest.ts'

/** Columns of equal length, in the order of ids: there are many people, and of most nothing else is told. */
export interface PeriodPeople {
  readonly ids: readonly string[]
  readonly names: readonly string[]
  /** 0 unknown, 1 no, 2 yes. */
  readonly employed: readonly number[]
  /** Up to the day. */
  readonly contributions: readonly number[]
}

export interface PeriodPerson {
  readonly name: string
  readonly employed: boolean | null
  readonly contributions: number
}

export interface PeriodFlag {
  readonly personId: string
  readonly pattern: Pattern
  readonly band: Band
}

export type PeriodSystem = Pick<AnalysisDocument['components'][number], 'component' | 'truckFactor' | 'currentTruckFactor' | 'keepers'> & {
  /** Who keeps it alone. */
  readonly keeper: string | null
}

export type PeriodUnit = Pick<
  AnalysisDocument['units'][number],
  'unit' | 'people' | 'coordinationRatio' | 'managerToCrafter' | 'workToMeeting'
> & {
  /** What binds it; null where the records do not tell. */
  readonly bound: 'communication' | 'compute' | 'undecided' | null
}

export interface PeriodRecord {
  readonly asOf: EpochDay
  /** Of everything dated up to the day, as it was read. */
  readonly data: { readonly digest: string; readonly counts: InputCounts }
  readonly method: AnalysisDocument['method']
  /** The settings as they can be used again. */
  readonly changes: SettingChanges
  readonly rule: string
  readonly people: PeriodPeople
  /** False for a look back: no record says since when a plan was one. */
  readonly plansKnown: boolean
  /** In the order of ids. */
  readonly flags: readonly PeriodFlag[]
  /** In the order of names. */
  readonly systems: readonly PeriodSystem[]
  readonly units: readonly PeriodUnit[]
}

export interface RecordSources {
  readonly asOf: EpochDay
  readonly data: PeriodRecord['data']
  readonly changes: SettingChanges
  readonly rule: string
  readonly plansKnown: boolean
  /** By place in the document's people. */
  readonly contributionsOf: (place: number) => number
}

export function periodRecord(
  { method, people, components, units }: AnalysisDocument,
  { asOf, data, changes, rule, plansKnown, contributionsOf }: RecordSources,
): PeriodRecord {
  return {
    asOf,
    data,
    method,
    changes,
    rule,
    plansKnown,
    people: {
      ids: people.map(({ personId }) => personId),
      names: people.map(({ personId, name }) => name ?? personId),
      employed: people.map(({ employed }) => (employed === null ? 0 : employed ? 2 : 1)),
      contributions: people.map((_, place) => contributionsOf(place)),
    },
    flags: people.flatMap(({ personId, flags }) => flags.map(({ pattern, band }) => ({ personId, pattern, band }))),
    systems: components.map(({ component, truckFactor, currentTruckFactor, keepers, keeper }) => ({
      component,
      truckFactor,
      currentTruckFactor,
      keepers,
      keeper: keeper?.personId ?? null,
    })),
    units: units.map(({ unit, people: size, coordinationRatio, managerToCrafter, workToMeeting, bound }) => ({
      unit,
      people: size,
      coordinationRatio: toHundredths(coordinationRatio),
      managerToCrafter: toHundredths(managerToCrafter),
      workToMeeting: toHundredths(workToMeeting),
      bound: bound?.verdict ?? null,
    })),
  }
}

/** What differs less than can be shown has not changed. */
const toHundredths = (value: number | null) => (value === null ? null : Math.round(value * 100) / 100)

const placesByRecord = new WeakMap<PeriodRecord, ReadonlyMap<string, number>>()

/** Null for somebody who was not known on the day. Places are looked up once a record. */
export function personThen(record: PeriodRecord, id: string): PeriodPerson | null {
  const { ids, names, employed, contributions } = record.people
  let places = placesByRecord.get(record)
  if (!places) placesByRecord.set(record, (places = new Map(ids.map((one, place) => [one, place]))))
  const place = places.get(id)
  if (place === undefined) return null
  return { name: names[place]!, employed: [null, false, true][employed[place]!]!, contributions: contributions[place]! }
}

/** What a list of periods says of one, so that it need not be unpacked. */
export interface PeriodAbout {
  readonly dataDigest: string
  readonly methodVersion: string
  /** Settings that were not at their defaults. */
  readonly settings: readonly string[]
}

export const aboutPeriod = ({ data, method, changes }: PeriodRecord): string =>
  JSON.stringify({ dataDigest: data.digest, methodVersion: method.version, settings: Object.keys(changes) } satisfies PeriodAbout)

export const readAbout = (text: string) => JSON.parse(text) as PeriodAbout // by aboutPeriod

export const packRecord = (record: PeriodRecord): Uint8Array => deflateRawSync(JSON.stringify(record))

export const unpackRecord = (bytes: Uint8Array) => JSON.parse(inflateRawSync(bytes).toString('utf8')) as PeriodRecord // by packRecord
