/** SQLite in WebAssembly, loaded once a thread, and the one way queries are run. */
import initSqlJs, { type BindParams, type Database, type SqlJsStatic, type SqlValue, type Statement } from 'sql.js'

export type Sqlite = SqlJsStatic
export type { Database, SqlValue, Statement }

/** Starts SQLite from the bytes of `sql-wasm.wasm`. */
export function loadSqlite(wasm: Uint8Array): Promise<Sqlite> {
  // A copy, because a Buffer may be a view into a pool; slice() of any byte array has a buffer of its own.
  return initSqlJs({ wasmBinary: Uint8Array.from(wasm).buffer })
}

/** Runs one query and turns each row, as it comes, into what the caller needs. */
export function select<Row>(database: Database, sql: string, parameters: BindParams, read: (cells: SqlValue[]) => Row): Row[] {
  const statement = database.prepare(sql)
  try {
    statement.bind(parameters)
    const rows: Row[] = []
    while (statement.step()) rows.push(read(statement.get()))
    return rows
  } finally {
    statement.free()
  }
}

/** Runs the work in one transaction: all of it happens, or nothing. */
export function inTransaction<Answer>(database: Database, work: () => Answer): Answer {
  database.run('BEGIN')
  try {
    const answer = work()
    database.run('COMMIT')
    return answer
  } catch (error) {
    database.run('ROLLBACK')
    throw error
  }
}
