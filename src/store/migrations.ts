/**
 * The schemas of both databases, as numbered steps. Append only: a step that has shipped never
 * changes. `PRAGMA user_version` is the number of steps a file has taken.
 */
import { type Database, inTransaction } from './sqlite.ts'

export const REVIEW_MIGRATIONS: readonly string[] = [
  `
  CREATE TABLE workspace (
    only_row INTEGER PRIMARY KEY CHECK (only_row = 1), name TEXT NOT NULL, sample INTEGER NOT NULL, created_at TEXT NOT NULL
  ) STRICT;
  CREATE TABLE purpose (
    id INTEGER PRIMARY KEY, purpose TEXT NOT NULL, legal_basis TEXT, notice_date TEXT, recorded_at TEXT NOT NULL
  ) STRICT;
  CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
  CREATE TABLE decision (
    id INTEGER PRIMARY KEY, kind TEXT NOT NULL, detail TEXT NOT NULL, at TEXT NOT NULL, undone INTEGER NOT NULL DEFAULT 0
  ) STRICT;
  CREATE TABLE audit (
    sequence INTEGER PRIMARY KEY, at TEXT NOT NULL, kind TEXT NOT NULL, event TEXT UNIQUE, detail TEXT NOT NULL,
    previous TEXT NOT NULL, hash TEXT NOT NULL
  ) STRICT;
  `,
]

export const DATA_MIGRATIONS: readonly string[] = [
  `
  CREATE TABLE state (only_row INTEGER PRIMARY KEY CHECK (only_row = 1), generation INTEGER NOT NULL) STRICT;
  INSERT INTO state (only_row, generation) VALUES (1, 0);
  CREATE TABLE import (
    sequence INTEGER PRIMARY KEY, batch INTEGER NOT NULL, kind TEXT NOT NULL, file TEXT NOT NULL, sha256 TEXT NOT NULL,
    imported_at TEXT NOT NULL, imported_on INTEGER NOT NULL, row_count INTEGER NOT NULL, accepted INTEGER NOT NULL,
    rejected INTEGER NOT NULL, duplicates INTEGER NOT NULL, undone INTEGER NOT NULL DEFAULT 0, report TEXT NOT NULL
  ) STRICT;
  CREATE TABLE segment (
    name TEXT PRIMARY KEY, import_sequence INTEGER NOT NULL REFERENCES import (sequence), ordinal INTEGER NOT NULL,
    kind TEXT NOT NULL, row_count INTEGER NOT NULL, byte_count INTEGER NOT NULL, sha256 TEXT NOT NULL
  ) STRICT;
  CREATE TABLE journal (
    sequence INTEGER PRIMARY KEY, event TEXT NOT NULL UNIQUE, at TEXT NOT NULL, kind TEXT NOT NULL, detail TEXT NOT NULL
  ) STRICT;
  CREATE TABLE person_row (
    import_sequence INTEGER NOT NULL, line INTEGER NOT NULL, person_id TEXT NOT NULL, name TEXT, email TEXT, aliases TEXT NOT NULL,
    manager TEXT, title TEXT, role_family TEXT, level TEXT, level_rank REAL, track TEXT, org_unit TEXT, location TEXT, fte REAL,
    hire_date INTEGER, termination_date INTEGER, employment_status TEXT, leave_from INTEGER, leave_to INTEGER,
    performance_rating REAL, rating_max REAL, comp_ratio REAL, governance INTEGER, accountable_for TEXT NOT NULL,
    planned_title TEXT, planned_track TEXT, planned_date INTEGER
  ) STRICT;
  CREATE TABLE job_event_row (
    import_sequence INTEGER NOT NULL, line INTEGER NOT NULL, person_id TEXT NOT NULL, effective_date INTEGER NOT NULL, title TEXT,
    level TEXT, level_rank REAL, track TEXT, manager TEXT, org_unit TEXT, fte REAL, reason TEXT
  ) STRICT;
  CREATE TABLE component_row (
    import_sequence INTEGER NOT NULL, line INTEGER NOT NULL, component TEXT NOT NULL, criticality REAL, owner_unit TEXT,
    regulated INTEGER, core INTEGER
  ) STRICT;
  CREATE TABLE work_item_row (
    import_sequence INTEGER NOT NULL, line INTEGER NOT NULL, work_item TEXT NOT NULL, title TEXT, component TEXT, opened_at INTEGER,
    started_at INTEGER, finished_at INTEGER, status TEXT, size REAL, handoffs REAL
  ) STRICT;
  CREATE TABLE artifact_row (
    import_sequence INTEGER NOT NULL, line INTEGER NOT NULL, artifact TEXT NOT NULL, component TEXT, status TEXT NOT NULL, lines REAL
  ) STRICT;
  CREATE TABLE demographic_value (
    import_sequence INTEGER NOT NULL, line INTEGER NOT NULL, person_id TEXT NOT NULL, attribute TEXT NOT NULL, value TEXT NOT NULL
  ) STRICT;
  CREATE TABLE result (only_row INTEGER PRIMARY KEY CHECK (only_row = 1), digest TEXT NOT NULL, document BLOB NOT NULL) STRICT;
  CREATE TABLE result_block (name TEXT PRIMARY KEY, bytes BLOB NOT NULL) STRICT;
  `,
  `
  CREATE TABLE period (
    as_of INTEGER PRIMARY KEY, live TEXT NOT NULL, rule TEXT NOT NULL, computed_at TEXT NOT NULL, about TEXT NOT NULL,
    record BLOB NOT NULL, former BLOB, former_rule BLOB
  ) STRICT;
  `,
]

/** Takes the steps the database has not taken yet, each in its own transaction; true when there were any. */
export function migrate(database: Database, migrations: readonly string[], from: number): boolean {
  migrations.slice(from).forEach((step, index) => {
    inTransaction(database, () => {
      database.exec(step)
      database.run(`PRAGMA user_version = ${from + index + 1}`)
    })
  })
  return from < migrations.length
}
