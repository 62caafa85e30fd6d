/** What the window is shown of a file before it is read in: how it is read, by which profile, and what it looks like. */
import type { Output } from '../contract/contract.ts'
import type { Handle } from '../contract/wire.ts'
import { type EpochDay, isoDate } from '../domain/calendar.ts'
import { InputError } from '../ingest/input-error.ts'
import type { Mapping } from '../ingest/mapping-model.ts'
import { type Inspection, inspectSource } from '../ingest/read-file.ts'
import { openSource, type Source } from '../ingest/source.ts'
import { canonicalJson } from '../store/canonical-json.ts'
import { fittingAnswer } from './answer-size.ts'
import type { AdoptedFile } from './environment.ts'
import { fittingProfiles, type SavedProfile } from './profiles.ts'

export type InspectedFile = Output<'imports.remap'>

export interface FileToInspect {
  readonly handle: Handle
  readonly file: AdoptedFile
  /** The newest first. */
  readonly profiles: readonly SavedProfile[]
  readonly today: EpochDay
}

interface Look {
  readonly inspection: Inspection
  readonly profile: SavedProfile | null
  readonly fitting: readonly SavedProfile[]
}

/** As the newest profile that fits says, or as the headers look. */
export const inspectFile = (toInspect: FileToInspect) =>
  shown(toInspect, null, async source => {
    const fitting = await fittingProfiles(source, toInspect.profiles)
    const profile = fitting[0] ?? null
    return { inspection: await inspectAs(source, profile?.mapping ?? null, toInspect.today), profile, fitting }
  })

/** Exactly as the mapping says. */
export const remapFile = (toInspect: FileToInspect, mapping: Mapping) =>
  shown(toInspect, mapping.kind, async source => {
    const fitting = await fittingProfiles(source, toInspect.profiles)
    const inspection = await inspectAs(source, mapping, toInspect.today)
    const named = toInspect.profiles.find(({ name }) => name === mapping.name)
    const isUnchanged = named !== undefined && (await readsAlike(source, named.mapping, inspection.mapping, toInspect.today))
    return { inspection, profile: isUnchanged ? named : null, fitting }
  })

const inspectAs = (source: Source, mapping: Mapping | null, today: EpochDay) =>
  inspectSource(source, mapping ? { kind: mapping.kind, mapping, today } : { today })

/** What both come to on this file is the same, whatever either leaves to be found. */
async function readsAlike(source: Source, profile: Mapping, mapping: Mapping | null, today: EpochDay): Promise<boolean> {
  if (mapping === null || profile.kind !== mapping.kind) return false
  const { mapping: ofProfile } = await inspectAs(source, profile, today)
  return ofProfile !== null && canonicalJson(ofProfile) === canonicalJson(mapping)
}

async function shown(
  { handle, file }: FileToInspect,
  kind: InspectedFile['kind'],
  look: (source: Source) => Promise<Look>,
): Promise<InspectedFile> {
  try {
    return inspected(handle, await look(await openSource(file.path, file.name)))
  } catch (error) {
    if (!(error instanceof InputError)) throw error
    return { ...NOTHING_SEEN, file: file.name, handle, kind, problems: [{ ...error.problem }] }
  }
}

const NOTHING_SEEN: Omit<InspectedFile, 'file' | 'handle' | 'kind' | 'problems'> = {
  bytes: 0,
  confidence: 0,
  dialect: null,
  headers: [],
  mapping: null,
  fields: [],
  surveyedRows: 0,
  dates: [],
  decimalCommas: [],
  statedOn: null,
  unknownColumns: [],
  protectedColumns: [],
  sample: [],
  profile: null,
  fittingProfiles: [],
  usable: false,
}

function inspected(handle: Handle, { inspection, profile, fitting }: Look): InspectedFile {
  const { file, bytes, kind, confidence, headers, mapping, problems, statedOn, surveyedRows } = inspection
  return {
    file,
    handle,
    bytes,
    kind,
    confidence,
    dialect: dialectOf(inspection),
    headers: [...headers],
    mapping,
    fields: Object.keys(mapping?.columns ?? {}).map(field => ({
      field,
      confidence: inspection.fieldConfidence[field] ?? 1,
      filled: surveyedRows === 0 ? null : (inspection.filled[field] ?? null),
      samples: [...(inspection.samples[field] ?? [])],
    })),
    surveyedRows,
    dates: inspection.dates.map(({ samples, ...date }) => ({ ...date, samples: samples.map(sample => ({ ...sample })) })),
    decimalCommas: inspection.decimals.map(({ field }) => field),
    statedOn: statedOn && isoDate(statedOn.day),
    unknownColumns: [...inspection.unknownColumns],
    protectedColumns: inspection.protectedColumns.map(column => ({ ...column })),
    sample: inspection.sample.map(row => [...row]),
    problems: problems.map(problem => ({ ...problem })),
    profile: profile?.name ?? null,
    fittingProfiles: fitting.map(({ name }) => name),
    usable: kind !== null && problems.every(({ severity }) => severity !== 'fatal'),
  }
}

/** Cells are cut where all of them together are more than a window can be sent. */
export function shownInspections(files: readonly InspectedFile[]): InspectedFile[] {
  return fittingAnswer([Infinity, 60, 15, 0], longest => {
    const cut = (cell: string) => cell.slice(0, longest)
    return files.map(file => ({
      ...file,
      fields: file.fields.map(({ samples, ...field }) => ({ ...field, samples: samples.map(cut) })),
      dates: file.dates.map(({ samples, ...date }) => ({ ...date, samples: samples.map(({ raw, read }) => ({ raw: cut(raw), read })) })),
      sample: file.sample.map(row => row.map(cut)),
    }))
  })
}

export function dialectOf({
  dialect: { encoding, delimiter, quote, headerLine },
}: Pick<Inspection, 'dialect'>): NonNullable<InspectedFile['dialect']> {
  return { encoding, delimiter, quote, headerLine }
}
