/** Saved mappings, kept with what people decided about the workspace. */
import { z } from 'zod'
import { mappingSchema, type profileEntrySchema } from '../contract/mapping.ts'
import { AppError } from '../contract/wire.ts'
import { foldHeader } from '../ingest/headers.ts'
import { InputError } from '../ingest/input-error.ts'
import { type Mapping, mapHeaders } from '../ingest/mapping.ts'
import type { Source } from '../ingest/source.ts'
import { readTableHead } from '../ingest/table-head.ts'
import type { Workspace } from '../store/workspace.ts'
import { sendableMapping } from './sendable-mapping.ts'
import { withUserErrors } from './user-errors.ts'

const SETTING = 'mapping.profiles'
const MOST_PROFILES = 200

const savedProfileSchema = z.strictObject({ name: z.string(), savedAt: z.iso.datetime(), mapping: mappingSchema })

export interface SavedProfile {
  readonly name: string
  /** ISO 8601, UTC. */
  readonly savedAt: string
  readonly mapping: Mapping
}

type ProfileEntry = z.output<typeof profileEntrySchema>

export const profileEntry = ({ name, savedAt, mapping }: SavedProfile): ProfileEntry => ({
  name,
  kind: mapping.kind,
  preset: mapping.preset ?? null,
  columns: Object.values(mapping.columns).filter(header => header !== '').length,
  fixes: mapping.fixes?.length ?? 0,
  savedAt,
})

/** The newest first. */
export function savedProfiles(workspace: Workspace): SavedProfile[] {
  const text = workspace.setting(SETTING)
  return text === null ? [] : z.array(savedProfileSchema).parse(JSON.parse(text))
}

/** Throws AppError `not-found`. */
export function profileNamed(workspace: Workspace, name: string): SavedProfile {
  const found = savedProfiles(workspace).find(profile => profile.name === name)
  if (!found) throw new AppError('not-found', `There is no profile “${name}” in this workspace.`)
  return found
}

/** Each takes the place of the one of its name. All are saved, or none. Throws AppError `bad-input`. */
export async function saveProfiles(
  workspace: Workspace,
  added: readonly { readonly name: string; readonly mapping: Mapping }[],
  savedAt: string,
): Promise<SavedProfile[]> {
  const saved = added.map(({ name, mapping }) => ({
    name,
    savedAt,
    mapping: sendableMapping({ ...withoutStatedDay(mapping), name }, `The profile “${name}”`),
  }))
  const others = savedProfiles(workspace).filter(profile => added.every(({ name }) => name !== profile.name))
  const all = [...saved, ...others]
  if (all.length > MOST_PROFILES)
    throw new AppError('bad-input', `A workspace keeps ${MOST_PROFILES} profiles. Remove one that is no longer used, then save this one.`)
  await keep(workspace, all)
  return saved
}

/** Throws AppError `not-found`. */
export async function removeProfile(workspace: Workspace, name: string): Promise<void> {
  const { name: found } = profileNamed(workspace, name)
  await keep(
    workspace,
    savedProfiles(workspace).filter(profile => profile.name !== found),
  )
}

// Read and written in one turn, before anything else can be: setSetting puts the change in line at once.
const keep = (workspace: Workspace, profiles: readonly SavedProfile[]) =>
  withUserErrors(() => workspace.setSetting(SETTING, JSON.stringify(profiles)))

/** The day a file speaks of is that file's own: the next one has another. */
function withoutStatedDay(mapping: Mapping): Mapping {
  const { effective_date: day = '', ...constants } = mapping.constants ?? {}
  return mapping.kind === 'people' && day !== '' ? { ...mapping, constants } : mapping
}

/** Those whose must fields are found in the file, and all the headers they name; the newest first. */
export async function fittingProfiles(source: Source, profiles: readonly SavedProfile[]): Promise<SavedProfile[]> {
  const fitting: SavedProfile[] = []
  for (const profile of profiles) if (fits(profile.mapping, await headersAs(source, profile.mapping))) fitting.push(profile)
  return fitting
}

/** Where the header stands depends on what is looked for. */
async function headersAs(source: Source, mapping: Mapping): Promise<readonly string[]> {
  try {
    return (await readTableHead(source, { kind: mapping.kind, mapping })).headers
  } catch (error) {
    if (error instanceof InputError) return []
    throw error
  }
}

function fits(mapping: Mapping, headers: readonly string[]): boolean {
  const there = new Set(headers.map(foldHeader))
  const { columns, joined = {}, fallbacks = {} } = mapping
  const named = [...Object.values(columns), ...Object.values(joined).flat(), ...Object.values(fallbacks).flat()]
  if (!named.every(header => header === '' || there.has(foldHeader(header)))) return false
  return mapHeaders(mapping.kind, headers, { mapping }).problems.every(({ severity }) => severity !== 'fatal')
}
