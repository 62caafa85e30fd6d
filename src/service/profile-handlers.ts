/** Saved mappings in the window: list, save, remove, and as files that others can be given. */
import { readFile, rm } from 'node:fs/promises'
import path from 'node:path'
import type { Handlers } from '../contract/contract.ts'
import { AppError } from '../contract/wire.ts'
import { mappingFileJson } from '../ingest/mapping-file.ts'
import type { Mapping } from '../ingest/mapping-model.ts'
import { mappingsOf } from './command-line-mapping.ts'
import { profileEntry, profileNamed, removeProfile, savedProfiles, saveProfiles } from './profiles.ts'
import type { ServiceCore } from './service.ts'

type ProfileMethod = Extract<keyof Handlers, `profiles.${string}`>

const LONGEST_NAME = 80

export function profileHandlers(core: ServiceCore): Pick<Handlers, ProfileMethod> {
  // One change after the other: each reads the list it adds to.
  let last: Promise<unknown> = Promise.resolve()
  const inTurn = <Answer>(change: () => Promise<Answer>): Promise<Answer> => {
    const answer = last.then(change)
    last = answer.catch(() => undefined)
    return answer
  }
  const workspace = () => core.session().workspace
  const savedAt = () => core.environment.now().toISOString()
  return {
    'profiles.list': async () => savedProfiles(workspace()).map(profileEntry),
    'profiles.get': async ({ name }) => profileNamed(workspace(), name).mapping,
    'profiles.save': ({ name, mapping }) =>
      inTurn(async () => {
        const [saved] = await saveProfiles(workspace(), [{ name, mapping }], savedAt())
        return profileEntry(saved!)
      }),
    'profiles.remove': ({ name }) =>
      inTurn(async () => {
        await removeProfile(workspace(), name)
        return null
      }),
    'profiles.export': async ({ name }) => ({
      name: `${name.replaceAll(/[^\p{L}\p{N} ._-]/gu, '-')}.json`,
      text: mappingFileJson([profileNamed(workspace(), name).mapping]),
    }),
    'profiles.import': ({ file: handle }) =>
      inTurn(async () => {
        const file = core.environment.fileOf(handle)
        const text = await readFile(file.path, 'utf8').catch(() => {
          throw new AppError('bad-input', `${file.name}: this mapping file cannot be read. Choose it again.`)
        })
        if (file.temporary) await rm(file.path, { force: true })
        const saved = await saveProfiles(workspace(), named(mappingsOf(text, file.name), file.name), savedAt())
        return saved.map(profileEntry)
      }),
  }
}

/** By the name a mapping bears, else by its file; of several in a file each with its kind. */
function named(mappings: readonly Mapping[], file: string): { name: string; mapping: Mapping }[] {
  const base = path.parse(file).name
  const [first] = mappings
  const isSeveral = mappings.length > 1
  return mappings.map(mapping => {
    const ownName = mapping.name === undefined || (isSeveral && mapping !== first && mapping.name === first?.name) ? null : mapping.name
    const name = ownName ?? (isSeveral ? `${base} (${mapping.kind})` : base)
    return { name: name.trim().slice(0, LONGEST_NAME), mapping }
  })
}
