/** The real SQLite, for tests. */
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { loadSqlite, type Sqlite } from '../../src/store/sqlite.ts'

export async function testSqlite(): Promise<Sqlite> {
  return loadSqlite(await readFile(createRequire(import.meta.url).resolve('sql.js/dist/sql-wasm.wasm')))
}
