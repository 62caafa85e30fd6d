/** Whose work is an obligation: governance stands apart wherever coordination is counted. */
import type { Dataset } from '../domain/dataset.ts'
import type { Ground } from './ground.ts'
import { modeShares } from './mode-shares.ts'

const OVER_HALF = 0.5

/** Per person; said by the people file, or by over half of the effort. Null where neither a column nor any effort tells. */
export function governingPeople(dataset: Dataset, { activity, modeEffort }: Ground): (boolean | null)[] {
  const isTold = dataset.presentColumns.has('people.governance')
  return dataset.people.map(({ governance }, person) => {
    if (governance !== null) return governance
    const shares = activity.observed[person] === 1 ? modeShares(modeEffort, person) : null
    return shares ? shares.govern > OVER_HALF : isTold ? false : null
  })
}
