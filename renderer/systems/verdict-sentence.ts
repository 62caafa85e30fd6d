/** The verdict on a system as one sentence with its figures. */
import { formatShare } from '../format.ts'
import { unknownBecause, VERDICT_MEANING } from './verdict.ts'
import type { SystemDetail } from './answers.ts'

export function verdictSentence({ row, entry }: Pick<SystemDetail, 'row' | 'entry'>): string {
  if (row.keepers === null) return unknownBecause(row)
  if (row.keepers !== 'one' || !row.keeper) return VERDICT_MEANING[row.keepers]
  const { name, hold, share } = row.keeper
  const span = entry.effortBasis === '24 months' ? 'the changes of the last 24 months' : 'all changes'
  if (entry.authoredArtifacts === 0)
    return `${name} holds it: ${formatShare(share)} of ${span} are theirs. No contribution names an artifact, so authorship is not known.`
  return `${name} holds it: without them ${formatShare(hold)} of what has an author has none, and ${formatShare(share)} of ${span} are theirs.`
}
