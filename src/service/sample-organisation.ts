/** The sample organisation's files, as the repository carries them. */
import { existsSync } from 'node:fs'
import path from 'node:path'
import { AppError } from '../contract/wire.ts'
import { INPUT_KINDS } from '../domain/input-kind.ts'
import type { FileToImport } from './job.ts'

/** Throws AppError `not-found` where this installation carries no sample. */
export async function sampleFiles(directory: string): Promise<FileToImport[]> {
  return INPUT_KINDS.map(kind => {
    const name = `${kind}.csv`
    const file = path.join(directory, name)
    if (!existsSync(file))
      throw new AppError('not-found', `The sample organisation lacks ${name}. Install Switchyard again, or check out its repository again.`)
    return { path: file, name, mapping: { kind, columns: {} } }
  })
}
