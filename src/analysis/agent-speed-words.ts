/** Speed without eyes in words and rows: of a unit and of a person. */
import type { Dataset } from '../domain/dataset.ts'
import { entriesOf, rowsOfMade, TAKEN_BACK } from './agent-output.ts'
import type { AgentOutput, Made } from './agent-output.ts'
import type { AgentSettings } from './agent-settings.ts'
import type { FindingWords } from './coordination-words.ts'
import { newestFirst } from './evidence-rows.ts'
import type { Reason } from './finding.ts'
import type { Ground } from './ground.ts'
import { countText, numberText, percentText } from './in-words.ts'
import type { Halves, Speed } from './speed-without-eyes.ts'

const reason = (measure: string, value: number, threshold: number | null, rows: Uint32Array): Reason => ({
  measure,
  value,
  percentile: null,
  cohort: null,
  threshold,
  rows,
})

const NO_CAUSE = 'The counts say that it happened together, not that agents are why.'

export function describeUnitSpeed(
  dataset: Dataset,
  ground: Ground,
  { made, looks }: AgentOutput,
  halves: Halves,
  speed: Speed,
  members: Uint32Array,
  looksAt: (component: number) => Uint32Array,
  settings: AgentSettings,
): Omit<FindingWords, 'routes'> {
  const isRecent = (week: number) => week < settings.comparedWeeks
  const own = entriesOf(made, members).filter(entry => isRecent(made.week[entry]!))
  const systems = new Set(own.map(entry => made.component[entry]!).filter(component => component >= 0))
  const theirLooks = new Set([...entriesOf(looks, members), ...[...systems].flatMap(component => [...looksAt(component)])])
  const recentLooks = Uint32Array.from(theirLooks)
    .filter(look => isRecent(looks.week[look]!))
    .sort()
  const lookRows = recentLooks.map(look => looks.row[look]!)
  const rowsOf = (entries: readonly number[]) => newestFirst(dataset, rowsOfMade(ground, made, entries))
  return {
    reasons: reasonsOf(made, own, rowsOf, speed, settings, { measure: 'eyes_ratio', rows: newestFirst(dataset, lookRows) }),
    counter: [
      ...counterOf(halves, speed, settings),
      'Looks at a system that several units work on are shared out by what each made there; looks nobody wrote down are not seen.',
    ],
    wouldChange: changesOf(halves, speed, settings, 'reviews or evaluations'),
  }
}

export function describePersonSpeed(
  dataset: Dataset,
  ground: Ground,
  { made }: AgentOutput,
  reviewed: Uint8Array,
  halves: Halves,
  speed: Speed,
  person: number,
  settings: AgentSettings,
): FindingWords {
  const own = entriesOf(made, [person]).filter(entry => made.week[entry]! < settings.comparedWeeks)
  const unseen = own.filter(entry => reviewed[entry] === 0)
  const rowsOf = (entries: readonly number[]) => newestFirst(dataset, rowsOfMade(ground, made, entries))
  return {
    reasons: reasonsOf(made, own, rowsOf, speed, settings, { measure: 'reviewed_ratio', rows: rowsOf(unseen) }),
    counter: [
      ...counterOf(halves, speed, settings),
      'Who reviews what they make is mostly for others to decide: it is a question to the team as much as to them.',
    ],
    wouldChange: changesOf(halves, speed, settings, 'pieces looked at by somebody else'),
    routes: [
      'a reviewer named for what agents make, before it is merged',
      'evaluations that run on every change of the agents and their briefs',
      'smaller pieces, so that somebody can read them',
    ],
  }
}

function reasonsOf(
  made: Made,
  own: readonly number[],
  rowsOf: (entries: readonly number[]) => Uint32Array,
  { measures, side }: Speed,
  settings: AgentSettings,
  looks: Pick<Reason, 'measure' | 'rows'>,
): Reason[] {
  const grown = measures.agentShare - measures.agentShareBefore
  const growth = reason('agent_share_change', grown, settings.agentShareChange, rowsOf(own.filter(entry => made.byAgent[entry] === 1)))
  const isMoreReverted = measures.revertsRatio >= settings.revertsRatio
  const eyes = reason(looks.measure, measures.eyesToOthers, side === 'eyes' ? settings.eyesRatio : null, looks.rows)
  const reverts = reason(
    'reverts_ratio',
    measures.revertsToOthers,
    side === 'reverts' ? settings.revertsRatio : null,
    rowsOf(own.filter(entry => made.outcome[entry] === TAKEN_BACK)),
  )
  if (side === 'eyes') return [eyes, growth, ...(isMoreReverted ? [reverts] : [])]
  return [reverts, growth]
}

function counterOf({ recent, earlier }: Halves, { measures, side }: Speed, settings: AgentSettings): string[] {
  const { eyesRatio, revertsRatio } = measures
  const isQuiet = side === 'eyes' && revertsRatio <= 1
  const isWatched = side === 'reverts' && eyesRatio > settings.eyesRatio
  return [
    `Before there were ${numberText(earlier.eyes)} looks at ${countText(earlier.output, 'piece', 'pieces')} of work, now ${numberText(recent.eyes)} at ${recent.output}.`,
    ...(isQuiet ? ['No more of it is taken back than before.'] : []),
    ...(isWatched ? [`It is looked at as before: ${percentText(eyesRatio)} of the former looks per piece.`] : []),
    NO_CAUSE,
  ]
}

function changesOf({ recent, earlier }: Halves, { measures, side }: Speed, settings: AgentSettings, looks: string): string[] {
  const back = `Under ${percentText(measures.agentShareBefore + settings.agentShareChange)} of the work through agents would end it (now ${percentText(measures.agentShare)}).`
  if (side === 'reverts') {
    const asked = settings.revertsRatio * Math.max(earlier.reverted / earlier.judged, 1 / earlier.judged)
    return [`Under ${percentText(asked)} taken back would end it (now ${percentText(recent.reverted / recent.judged)}).`, back]
  }
  const others = measures.eyesRatio / measures.eyesToOthers
  const asked = Math.ceil(settings.eyesRatio * others * (earlier.eyes / earlier.output) * recent.output)
  return [`${asked} ${looks} in the last ${settings.comparedWeeks} weeks would end it (now ${numberText(recent.eyes)}).`, back]
}
