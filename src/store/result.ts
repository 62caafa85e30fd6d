/** The newest analysis, kept in data.db under the digest of what it was computed from. */
import { bytes, text } from './codec.ts'
import { addEvent } from './journal.ts'
import { type Database, select } from './sqlite.ts'

export interface StoredResult {
  /** The digest the caller computed it under: live imports, settings, as-of date. */
  readonly digest: string
  /** JSON, UTF-8. */
  readonly document: Uint8Array
  /** Typed arrays by name, as bytes. */
  readonly blocks: ReadonlyMap<string, Uint8Array>
}

/** A stored result whose blocks, which are megabytes, are read one by one and only when asked for. */
export interface KeptResult extends Omit<StoredResult, 'blocks'> {
  /** Null for a name that was not stored, and when another result has taken the place of this one. */
  readonly block: (name: string) => Uint8Array | null
}

/** `current` is the data at the time a block is asked for. */
export function readResult(data: Database, current: () => Database): KeptResult | null {
  const [result] = select(data, 'SELECT digest, document FROM result', [], ([digest, document]) => ({
    digest: text.read(digest),
    document: bytes.read(document),
  }))
  if (!result) return null
  const sql = 'SELECT bytes FROM result_block WHERE name = ? AND (SELECT digest FROM result) = ?'
  const block = (name: string) => select(current(), sql, [name, result.digest], ([content]) => bytes.read(content))[0] ?? null
  return { ...result, block }
}

/** Puts a result in the place of the one before. */
export function writeResult(data: Database, result: StoredResult, at: string): void {
  data.run('DELETE FROM result_block')
  data.run('INSERT OR REPLACE INTO result (only_row, digest, document) VALUES (1, ?, ?)', [result.digest, result.document])
  const insert = data.prepare('INSERT INTO result_block (name, bytes) VALUES (?, ?)')
  try {
    for (const [name, block] of result.blocks) insert.run([name, block])
  } finally {
    insert.free()
  }
  addEvent(data, at, 'analysis', { digest: result.digest })
}
