/** Which pieces of work somebody else looked at soon after: told where reviews name the artifact or the work item they are about. */
import type { Dataset } from '../domain/dataset.ts'
import type { AgentOutput } from './agent-output.ts'
import type { Ground } from './ground.ts'

/** 1 per piece of what was made that somebody else reviewed, on its day or within the lag after it. */
export function reviewedPieces(
  { contributions }: Dataset,
  { pieces: { order, starts } }: Pick<Ground, 'pieces'>,
  { made, looks }: Pick<AgentOutput, 'made' | 'looks'>,
  lagDays: number,
): Uint8Array {
  const { artifact, workItem, day, person } = contributions
  const [ofArtifact, ofItem] = [new Map<number, number[]>(), new Map<number, number[]>()]
  const add = (rows: Map<number, number[]>, key: number, row: number) => {
    if (key < 0) return
    const known = rows.get(key)
    if (known) known.push(row)
    else rows.set(key, [row])
  }
  for (const row of looks.row) {
    add(ofArtifact, artifact[row]!, row)
    add(ofItem, workItem[row]!, row)
  }
  const isReviewed = (row: number) => {
    const isLater = (look: number) => person[look] !== person[row] && day[look]! >= day[row]! && day[look]! <= day[row]! + lagDays
    return ofArtifact.get(artifact[row]!)?.some(isLater) === true || ofItem.get(workItem[row]!)?.some(isLater) === true
  }
  return Uint8Array.from(made.piece, piece => (order.subarray(starts[piece], starts[piece + 1]).some(isReviewed) ? 1 : 0))
}
