/** What the app remembers between starts, outside any workspace: recent workspaces and preferences. Never data about people. */
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import { AppError } from '../contract/wire.ts'
import { preferencesSchema } from '../contract/workspace.ts'
import type { Output } from '../contract/contract.ts'

export type Preferences = z.output<typeof preferencesSchema>

const rememberedSchema = z.object({ directory: z.string(), name: z.string(), sample: z.boolean(), openedAt: z.string() })
const fileSchema = z.object({
  preferences: preferencesSchema.default({ theme: 'system', density: 'comfortable' }),
  recent: z.array(rememberedSchema).default([]),
})
type ConfigurationFile = z.output<typeof fileSchema>
type Remembered = z.output<typeof rememberedSchema>

const MOST_RECENT = 20

/** Reads `directory/configuration.json`; a missing or unreadable file counts as a fresh one. */
export class Configuration {
  readonly #file: string
  #state: ConfigurationFile
  #last: Promise<unknown> = Promise.resolve()

  private constructor(file: string, state: ConfigurationFile) {
    this.#file = file
    this.#state = state
  }

  static async open(directory: string): Promise<Configuration> {
    const file = path.join(directory, 'configuration.json')
    const text = await readFile(file, 'utf8').catch(() => '{}')
    return new Configuration(file, fileSchema.catch(fileSchema.parse({})).parse(parseJson(text)))
  }

  get preferences(): Preferences {
    return this.#state.preferences
  }

  async setPreferences(preferences: Preferences): Promise<void> {
    await this.#save({ ...this.#state, preferences })
  }

  recent(): Output<'workspace.recent'> {
    return this.#state.recent.map(({ directory, name, sample, openedAt }) => ({
      recent: recentId(directory),
      name,
      location: directory,
      sample,
      openedAt,
      available: existsSync(path.join(directory, 'data.db')),
    }))
  }

  /** Throws AppError `not-found`. */
  directoryOf(recent: string): string {
    const found = this.#state.recent.find(entry => recentId(entry.directory) === recent)
    if (!found) throw new AppError('not-found', 'This workspace is no longer in the list of recent ones.')
    return found.directory
  }

  async remember(entry: Remembered): Promise<void> {
    const others = this.#state.recent.filter(other => other.directory !== entry.directory)
    await this.#save({ ...this.#state, recent: [entry, ...others].slice(0, MOST_RECENT) })
  }

  /** Saves one after the other, for they share the file beside. */
  #save(state: ConfigurationFile): Promise<void> {
    this.#state = state
    const saving = this.#last.then(async () => {
      await mkdir(path.dirname(this.#file), { recursive: true, mode: 0o700 })
      const beside = `${this.#file}.tmp`
      await writeFile(beside, JSON.stringify(state, null, 2), { mode: 0o600 })
      await rename(beside, this.#file)
    })
    this.#last = saving.catch(() => undefined)
    return saving
  }
}

/** A name for a folder that does not give the folder away. */
const recentId = (directory: string) => createHash('sha256').update(directory).digest('hex').slice(0, 24)

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return {}
  }
}
