/** A builder trap in words and rows: why it is raised, what speaks against it and what would change it. */
import type { Band } from '../domain/flag.ts'
import type { Dataset } from '../domain/dataset.ts'
import { survivesMovedThresholds } from './band.ts'
import type { Gate } from './band.ts'
import type { BuilderTrapSettings } from './builder-trap-settings.ts'
import { COHORT_WORDS } from './candidates.ts'
import type { CohortKind } from './cohort.ts'
import { newestFirst } from './evidence-rows.ts'
import type { Finding, Reason } from './finding.ts'
import type { Ground } from './ground.ts'
import { countText, numberText, percentText } from './in-words.ts'
import type { KeptComponent } from './kept-components.ts'
import { rowsOfPieces } from './pieces.ts'
import type { Spreading } from './spreading.ts'
import { isWithin } from './window.ts'

interface Raised {
  readonly kept: KeptComponent
  readonly gates: readonly Gate[]
  readonly band: Band
  readonly spreading: Spreading
  readonly coverage: number
  readonly cohort: CohortKind
}

/** Fewer second authors, reviewers or documents than this: the knowledge is not spreading. */
const FEW_SECOND_AUTHORS = 0.25
const FEW_REVIEWERS = 2
const FEW_DOCUMENTS = 3
const TREND_SEEN = 0.05

export function builderFinding(dataset: Dataset, ground: Ground, settings: BuilderTrapSettings, raised: Raised): Finding {
  const { kept, band, coverage, spreading } = raised
  const name = dataset.componentNames[kept.component]!
  return {
    person: kept.person,
    component: kept.component,
    pattern: 'builder_trap',
    band,
    coverage,
    survivesMoved: survivesMovedThresholds(raised.gates),
    reasons: [...gateReasons(dataset, ground, raised), ...spreadingReasons(spreading)],
    counter: counterOf(kept, spreading, name, ground),
    wouldChange: changesOf(kept, ground, settings, name),
    routes: [
      `second keeper: pairing on ${name} with whoever is next, before anything else`,
      `tech lead of ${name}, with the second keeper building`,
      `architect across the systems around ${name}`,
      'another system to build, once the second keeper stands',
    ],
  }
}

/** What hangs on somebody tells most, then how much of their work it takes, then that nobody is near. */
const MOST_TELLING = ['hold', 'effort_share', 'own_effort_there', 'build_pace_ratio', 'next_to_leading']

/** The gates that were met, the most telling first. */
function gateReasons(dataset: Dataset, ground: Ground, { kept, gates, cohort, spreading }: Raised): Reason[] {
  const rowsOf = evidence(dataset, ground, kept, spreading)
  const place = ({ measure }: Gate) => MOST_TELLING.indexOf(measure)
  const isCompared = (gate: Gate) => gate.measure === 'build_pace_ratio' || gate.measure === 'build_pace_percentile'
  return gates
    .filter(gate => gate.measure !== 'build_pace_percentile')
    .toSorted((a, b) => place(a) - place(b))
    .map(gate => ({
      measure: gate.measure,
      value: gate.value,
      percentile: isCompared(gate) ? kept.pacePercentile : null,
      cohort: isCompared(gate) ? COHORT_WORDS[cohort] : null,
      threshold: gate.threshold,
      rows: rowsOf(gate.measure),
    }))
}

function evidence(
  dataset: Dataset,
  ground: Ground,
  { person, component }: KeptComponent,
  { recentRows }: Spreading,
): (measure: string) => Uint32Array {
  const { contributions, kindOf } = dataset
  const kindAt = (row: number) => kindOf[contributions.kind[row]!]
  const changing = recentRows.filter(row => kindAt(row)?.changesArtifact === true)
  const changes = changing.filter(row => contributions.person[row] === person)
  const others = changing.filter(row => contributions.person[row] !== person)
  const own = rowsOfPieces(dataset, ground.pieces, person).filter(row => isWithin(ground.periods.window, contributions.day[row]!))
  const there = own.filter(row => contributions.component[row] === component)
  const built = own.filter(row => kindAt(row)?.mode === 'build')
  return measure => {
    switch (measure) {
      case 'next_to_leading':
        return newestFirst(dataset, others)
      case 'own_effort_there':
        return newestFirst(dataset, there)
      case 'build_pace_ratio':
        return newestFirst(dataset, built)
      default:
        return newestFirst(dataset, changes)
    }
  }
}

const plain = (measure: string, value: number, threshold: number | null, rows: Uint32Array): Reason => ({
  measure,
  value,
  percentile: null,
  cohort: null,
  threshold,
  rows,
})

function spreadingReasons(spreading: Spreading): Reason[] {
  const { secondAuthors, reviewers, documents, reviewRows, documentRows } = spreading
  const trend = trendOf(spreading)
  return [
    ...(secondAuthors !== null && secondAuthors < FEW_SECOND_AUTHORS
      ? [plain('second_authors', secondAuthors, FEW_SECOND_AUTHORS, new Uint32Array())]
      : []),
    ...(reviewers < FEW_REVIEWERS ? [plain('outside_reviewers', reviewers, FEW_REVIEWERS, reviewRows)] : []),
    ...(documents < FEW_DOCUMENTS ? [plain('documents', documents, FEW_DOCUMENTS, documentRows)] : []),
    ...(trend !== null && trend >= TREND_SEEN ? [plain('share_trend', trend, null, new Uint32Array())] : []),
  ]
}

const trendOf = ({ shareInWindow, shareInBaseline }: Spreading) =>
  shareInWindow === null || shareInBaseline === null ? null : shareInWindow - shareInBaseline

function counterOf({ component }: KeptComponent, spreading: Spreading, name: string, ground: Ground): string[] {
  const { secondAuthors, reviewers, documents, pairedShare, shareInWindow, shareInBaseline } = spreading
  const trend = trendOf(spreading)
  const { criticality, criticalityAssumed } = ground.model.components
  return [
    ...(trend !== null && trend <= -TREND_SEEN
      ? [
          `It is getting better: their share of the work on ${name} went from ${percentText(shareInBaseline!)} to ${percentText(shareInWindow!)}.`,
        ]
      : []),
    ...(secondAuthors !== null && secondAuthors >= FEW_SECOND_AUTHORS
      ? [`${percentText(secondAuthors)} of their artifacts in ${name} have a second author who is there.`]
      : []),
    ...(reviewers >= FEW_REVIEWERS
      ? [
          `${countText(reviewers, 'other person', 'other people')} reviewed work there: ${countText(spreading.reviewRows.length, 'review', 'reviews')}.`,
        ]
      : []),
    ...(documents >= FEW_DOCUMENTS
      ? [`${countText(documents, 'document or template', 'documents and templates')} there were kept up.`]
      : []),
    ...(pairedShare > 0 ? [`One other person took part in ${percentText(pairedShare)} of their changes there.`] : []),
    ...(criticalityAssumed[component] === 1
      ? [`The criticality of ${name} (${numberText(criticality[component]!)}) is assumed, not recorded.`]
      : []),
  ]
}

function changesOf(kept: KeptComponent, ground: Ground, settings: BuilderTrapSettings, name: string): string[] {
  const { furtherChanges, newcomerChanges, second } = ground.keepers[kept.component]!
  const by = second === null ? 'somebody new' : 'the person who is next'
  return [
    ...(furtherChanges === null
      ? []
      : [`${countText(furtherChanges, 'further change', 'further changes')} by ${by} would end the sole keeping of ${name}.`]),
    ...(newcomerChanges === null || second === null ? [] : [`By somebody new it would take ${newcomerChanges}.`]),
    `Somebody else doing over ${percentText(ground.settings.keeperSecond)} of what they do there would end it (now ${percentText(kept.nextToLeading)}).`,
    `Under ${percentText(settings.builderOwnEffort)} of their own effort on ${name} would end it (now ${percentText(kept.ownEffortThere)}).`,
    `A build pace under ${numberText(settings.builderPaceRatio)} times the median contributor's would end it (now ${numberText(kept.paceRatio)}).`,
  ]
}
