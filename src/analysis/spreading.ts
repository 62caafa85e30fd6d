/** Whether the knowledge of a kept component spreads: second authors, reviewers, documents, pairing, and which way it goes. */
import { CHANGES } from '../domain/contribution.ts'
import type { Dataset } from '../domain/dataset.ts'
import { newestFirst } from './evidence-rows.ts'
import type { Ground } from './ground.ts'
import { artifactsOf, presenceOf } from './knowledge-model.ts'
import { groupRows } from './row-order.ts'
import { isWithin } from './window.ts'

export interface Spreading {
  /** Rows of the component in the ownership period, in no order that carries meaning. */
  readonly recentRows: Uint32Array
  /** Share of the keeper's artifacts with another author who is there; null without artifacts. */
  readonly secondAuthors: number | null
  /** People other than the keeper who reviewed there in the ownership period, and their rows. */
  readonly reviewers: number
  readonly reviewRows: Uint32Array
  /** Documents and templates of the component that somebody changed in the ownership period, and those rows. */
  readonly documents: number
  readonly documentRows: Uint32Array
  /** The largest part of the keeper's pieces of work there that one other person, who is there, took part in. */
  readonly pairedShare: number
  readonly pairedRows: Uint32Array
  /** False where that person reviewed there, or where most changes of everybody else name somebody as well: a reviewer by custom is no partner. */
  readonly isPartner: boolean
  /** The keeper's share of the artifact-changing effort there in the window and in the baseline; null where there was none. */
  readonly shareInWindow: number | null
  readonly shareInBaseline: number | null
}

/** From one review to two pieces of work somebody took part in, they took part as the reviewer. */
const REVIEWS_A_PIECE = 0.5
/** Where half of all other changes name a participant, being named says nothing. */
const NAMED_BY_CUSTOM = 0.5
const REMOVED = 1 + CHANGES.indexOf('removed')
const DOCUMENT_KINDS: ReadonlySet<string> = new Set(['documentation', 'template', 'architecture', 'onboarding'])

/** Reads the rows of components once; then one component and its keeper at a time. */
export function spreadingOf(dataset: Dataset, ground: Ground): (component: number, keeper: number) => Spreading {
  const { contributions, kindNames } = dataset
  const { ownership } = ground.periods
  const { present } = presenceOf(ground.model)
  // In the order of pieces, so that the rows of one piece of work stand together.
  const { offsets, rows } = groupRows(ground.pieces.order, row => contributions.component[row]!, dataset.componentNames.length)
  const isReview = kindNames.map(name => name === 'review')
  const custom = namingOf(dataset, ground)
  const isDocument = kindNames.map(name => DOCUMENT_KINDS.has(name))
  return (component, keeper) => {
    const recent = rows.subarray(offsets[component], offsets[component + 1]).filter(row => isWithin(ownership, contributions.day[row]!))
    const reviewRows = recent.filter(row => isReview[contributions.kind[row]!]! && contributions.person[row] !== keeper)
    const documentRows = recent.filter(row => isDocument[contributions.kind[row]!]! && contributions.change[row] !== REMOVED)
    const named = new Set(documentRows.map(row => contributions.artifact[row]!))
    const { partner, shared, pairedShare, pairedRows } = pairing(dataset, recent, keeper, present)
    const reviews = reviewRows.filter(row => contributions.person[row] === partner).length
    return {
      recentRows: recent,
      secondAuthors: secondAuthors(ground, component, keeper, present),
      reviewers: new Set(reviewRows.map(row => contributions.person[row]!)).size,
      reviewRows: newestFirst(dataset, reviewRows),
      documents: named.size,
      documentRows: newestFirst(dataset, documentRows),
      pairedShare,
      pairedRows,
      isPartner: partner >= 0 && reviews < REVIEWS_A_PIECE * shared && custom(keeper) < NAMED_BY_CUSTOM,
      shareInWindow: shareWithin(dataset, ground, recent, keeper, 'window'),
      shareInBaseline: shareWithin(dataset, ground, recent, keeper, 'baseline'),
    }
  }
}

function secondAuthors({ model }: Ground, component: number, keeper: number, present: Uint8Array): number | null {
  const { from, to } = artifactsOf(model, component)
  const { authorOffsets, author } = model.authorship
  let [own, shared] = [0, 0]
  for (let artifact = from; artifact < to; artifact++) {
    const authors = author.subarray(authorOffsets[artifact], authorOffsets[artifact + 1])
    if (!authors.includes(keeper)) continue
    own++
    if (authors.some(one => one !== keeper && present[one] === 1)) shared++
  }
  return own === 0 ? null : shared / own
}

/** Per person: the share of everybody else's artifact-changing rows of the ownership period that name a participant; 0 without any. */
function namingOf({ contributions, kindOf, people }: Dataset, { periods }: Ground): (person: number) => number {
  const { offsets } = contributions.participants
  const rows = new Uint32Array(people.length)
  const naming = new Uint32Array(people.length)
  let [allRows, allNaming] = [0, 0]
  for (let row = 0; row < contributions.length; row++) {
    if (kindOf[contributions.kind[row]!]?.changesArtifact !== true || !isWithin(periods.ownership, contributions.day[row]!)) continue
    const names = offsets[row + 1]! > offsets[row]! ? 1 : 0
    const person = contributions.person[row]!
    rows[person]!++
    naming[person]! += names
    allRows++
    allNaming += names
  }
  return person => (allRows === rows[person] ? 0 : (allNaming - naming[person]!) / (allRows - rows[person]!))
}

/** Rows come in the order of pieces: person, kind, moment. */
function pairing(dataset: Dataset, rows: Uint32Array, keeper: number, present: Uint8Array) {
  const { person, kind, instant, participants } = dataset.contributions
  const rowsWith = new Map<number, number[]>()
  const piecesWith = new Map<number, number>()
  const own = rows.filter(row => person[row] === keeper && dataset.kindOf[kind[row]!]?.changesArtifact === true)
  let pieces = 0
  for (let start = 0, end = 0; start < own.length; start = end) {
    const first = own[start]!
    const others = new Set<number>()
    for (; end < own.length && kind[own[end]!] === kind[first] && instant[own[end]!] === instant[first]; end++) {
      const row = own[end]!
      for (let at = participants.offsets[row]!; at < participants.offsets[row + 1]!; at++) {
        const other = participants.values[at]!
        if (other === keeper || present[other] === 0) continue
        others.add(other)
        const known = rowsWith.get(other)
        if (known) known.push(row)
        else rowsWith.set(other, [row])
      }
    }
    pieces++
    for (const other of others) piecesWith.set(other, (piecesWith.get(other) ?? 0) + 1)
  }
  const [partner, shared] = [...piecesWith].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0] ?? [-1, 0]
  return { partner, shared, pairedShare: pieces === 0 ? 0 : shared / pieces, pairedRows: newestFirst(dataset, rowsWith.get(partner) ?? []) }
}

function shareWithin(dataset: Dataset, ground: Ground, rows: Uint32Array, keeper: number, name: 'window' | 'baseline'): number | null {
  const { person, day, kind } = dataset.contributions
  let [own, all] = [0, 0]
  for (const row of rows) {
    if (dataset.kindOf[kind[row]!]?.changesArtifact !== true || !isWithin(ground.periods[name], day[row]!)) continue
    all += ground.effort.microHours[row]!
    if (person[row] === keeper) own += ground.effort.microHours[row]!
  }
  return all === 0 ? null : own / all
}
