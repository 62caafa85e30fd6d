/** Whether a coordination path is still there when everybody's weeks are drawn anew. */
import { areMet } from './band.ts'
import type { Evaluated } from './coordination-path.ts'
import { driftGates, meetingsRatio } from './drift.ts'
import type { Drift } from './drift.ts'
import { handsOnChange, handsOnRatios } from './hands-on.ts'
import { runningDraws } from './hands-on-weeks.ts'
import type { HandsOnWeeks, RunningWeeks } from './hands-on-weeks.ts'
import { handsOnGates } from './move-gates.ts'
import type { RouteSettings } from './route-settings.ts'
import type { FlaggedInDraw, PersonWeeks } from './week-resampling.ts'

/** Peers are drawn as well; who they are, and every evidence floor, is decided on the full record. */
export function resamplePaths(
  weeks: HandsOnWeeks,
  evaluated: readonly (Evaluated | null)[],
  flagged: readonly number[],
  drawn: PersonWeeks,
  settings: RouteSettings,
): FlaggedInDraw {
  const entryOf = new Int32Array(weeks.week.length)
  for (let entry = 0; entry < entryOf.length; entry++) entryOf[entry] = drawn.entryOf(weeks.person[entry]!, weeks.week[entry]!)
  const times = new Uint16Array(entryOf.length)
  const parts = flagged.some(person => evaluated[person]?.kind === 'drift') ? 'all' : 'hands_on'
  const draw = runningDraws(weeks, parts)
  return drawnTimes => {
    for (let entry = 0; entry < times.length; entry++) times[entry] = entryOf[entry]! < 0 ? 1 : drawnTimes[entryOf[entry]!]!
    const running = draw(times)
    return new Set(flagged.filter(person => isRaised(running, person, evaluated[person]!, settings)))
  }
}

function isRaised(running: RunningWeeks, person: number, { kind, change }: Evaluated, settings: RouteSettings): boolean {
  const { stretches, peers } = change
  if (kind === 'move') return areMet(handsOnGates(handsOnRatios(running, person, stretches, peers), settings))
  const drawn = handsOnChange(running, person, stretches, peers)
  // Only `kind: 'drift'` carries a Drift.
  const { coordinatingWeeks } = change as Drift
  const drift: Drift = {
    ...drawn,
    coordinateShare: drawn.since.coordinateShare,
    meetingsRatio: meetingsRatio(running, person, stretches, 0),
    coordinatingWeeks,
  }
  return areMet(driftGates(drift, settings))
}
