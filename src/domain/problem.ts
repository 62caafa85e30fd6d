/** What is wrong with a file, said so that somebody with the file open can mend it. */
export interface Problem {
  /** `fatal`: the file cannot be used. `error`: the row did not go in. `warning`: it went in, with a reservation. */
  readonly severity: 'fatal' | 'error' | 'warning'
  /** Stable, kebab-case: `missing-column`, `bad-date`, ... */
  readonly code: string
  /** 1-based line in the file on which the record starts; null when the whole file is meant. */
  readonly line: number | null
  /** The header as the file spells it; null when no single column is meant. */
  readonly column: string | null
  /** What is wrong and what to do. Never holds the value of a protected column. */
  readonly message: string
}

/** What one file came to. `rows` = accepted + rejected + duplicates, always. */
export interface RowCounts {
  readonly rows: number
  readonly accepted: number
  readonly rejected: number
  readonly duplicates: number
}
