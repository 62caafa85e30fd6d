/** Which artifacts an artifacts file puts in scope. */
import type { ArtifactRow } from '../../domain/component.ts'
import type { ContributionReader } from './contribution-reader.ts'

export interface Scope {
  /** Codes of artifacts in scope; null when no artifacts file was imported. */
  readonly scope: readonly number[] | null
  /** Rows that fit no component, or several. */
  readonly unplaced: number
}

/** All contributions have been read: a row without a component means the only component with that name. */
export function resolveArtifactRows(rows: readonly ArtifactRow[], read: ContributionReader): Scope {
  if (rows.length === 0) return { scope: null, unplaced: 0 }
  // In an organisation of one component there is no doubt which one is meant.
  const only = read.components.size === 1 ? 0 : null
  const scope = new Set<number>()
  let unplaced = 0
  for (const row of rows) {
    const code =
      row.component === null
        ? (read.artifacts.find(row.artifact, null) ?? (only === null ? null : read.artifacts.codeOf(only, row.artifact)))
        : read.artifacts.codeOf(read.components.codeOf(row.component), row.artifact)
    if (code === null) unplaced++
    else if (row.status === 'current') scope.add(code)
    else scope.delete(code)
  }
  return { scope: [...scope], unplaced }
}
