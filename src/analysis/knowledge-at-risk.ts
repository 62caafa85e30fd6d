/**
 * Knowledge at risk: what goes when a random group of the authors who are here leaves at once.
 * Rigby et al. 2016, after value at risk; the mean beyond the quantile after Acerbi and Tasche 2002.
 */
import { presenceOf } from './knowledge-model.ts'
import type { KnowledgeModel } from './knowledge-model.ts'
import { seededRandom } from './seeded-random.ts'

export interface KnowledgeAtRisk {
  /** Authors who leave together. */
  readonly groupSize: number
  /** Authors who are here, whom the groups are drawn from. */
  readonly authors: number
  /** True where every group was looked at; else `groups` of them were drawn. */
  readonly isExact: boolean
  readonly groups: number
  /** The smallest share of artifacts that at least 95 % of the groups do not exceed; losses are of all artifacts in scope. */
  readonly quantile95: number
  /** Mean share lost in the worst 5 % of the groups. */
  readonly meanBeyond: number
}

export interface GroupLosses {
  /** Artifacts that lose their last author, one a group, ascending. */
  readonly losses: Uint32Array
  readonly isExact: boolean
}

const SEED = 20_160_514
/** Fifty of them lie beyond the quantile. */
const DRAWS = 1000
const QUANTILE = 0.95
const TOLERANCE = 1e-9

/** Null without an artifact, or where no author of one is here. */
export function knowledgeAtRisk(model: KnowledgeModel): KnowledgeAtRisk | null {
  const known = knownArtifacts(model)
  const artifacts = model.artifactNames.length
  if (known.length === 0) return null
  const groupSize = Math.max(1, Math.round(model.settings.leaverShare * known.length))
  const { losses, isExact } = lossesOfGroups(known, groupSize)
  return {
    groupSize,
    authors: known.length,
    isExact,
    groups: losses.length,
    quantile95: quantileOf(losses, QUANTILE) / artifacts,
    meanBeyond: meanBeyond(losses, QUANTILE) / artifacts,
  }
}

/** Per author who is here, in the order of id, the artifacts they are an author of. An artifact has one index wherever it is named. */
export function knownArtifacts(model: KnowledgeModel): Uint32Array[] {
  const { authorOffsets, author } = model.authorship
  const { present } = presenceOf(model)
  const counts = new Uint32Array(model.people.ids.length)
  for (const person of author) if (present[person] === 1) counts[person]!++
  const lists = Array.from(counts, count => new Uint32Array(count))
  counts.fill(0)
  for (let artifact = 0; artifact + 1 < authorOffsets.length; artifact++)
    for (let at = authorOffsets[artifact]!; at < authorOffsets[artifact + 1]!; at++) {
      const person = author[at]!
      if (present[person] === 1) lists[person]![counts[person]!++] = artifact
    }
  return lists.filter(list => list.length > 0)
}

/**
 * What each group of that size would take along: all groups where they are few, else seeded draws. A larger
 * group of the same draw holds the smaller one, so that more leavers never lose less.
 */
export function lossesOfGroups(known: readonly Uint32Array[], groupSize: number, draws = DRAWS): GroupLosses {
  const size = Math.min(groupSize, known.length)
  const lose = lossCounter(known)
  const isExact = groupsOf(known.length, size) <= draws
  const losses = isExact ? everyLoss(known.length, size, lose) : drawnLosses(known.length, size, draws, lose)
  return { losses: losses.sort(), isExact }
}

/** The smallest loss that at least that share of the groups does not exceed. */
export function quantileOf(ascending: Uint32Array, share: number): number {
  return ascending[Math.max(0, Math.ceil(share * ascending.length - TOLERANCE) - 1)]!
}

/** Mean of the worst groups, together 1 - share of all; the last of them counts in part where the number is not whole. */
export function meanBeyond(ascending: Uint32Array, share: number): number {
  const worst = (1 - share) * ascending.length
  const whole = Math.floor(worst + TOLERANCE)
  let sum = 0
  for (let place = ascending.length - whole; place < ascending.length; place++) sum += ascending[place]!
  const part = Math.max(0, worst - whole)
  return part <= TOLERANCE ? sum / whole : (sum + part * ascending[ascending.length - 1 - whole]!) / worst
}

/** Counts the artifacts all of whose authors are in the group. Most have one author: those are counted once for all groups. */
function lossCounter(known: readonly Uint32Array[]): (group: Int32Array) => number {
  const authorsOf = new Uint32Array(known.reduce((most, list) => Math.max(most, (list.at(-1) ?? -1) + 1), 0))
  for (const list of known) for (const artifact of list) authorsOf[artifact]!++
  const alone = Uint32Array.from(known, list => list.reduce((sum, artifact) => sum + (authorsOf[artifact] === 1 ? 1 : 0), 0))
  const offsets = new Uint32Array(known.length + 1)
  for (const [one, list] of known.entries()) offsets[one + 1] = offsets[one]! + list.length - alone[one]!
  const shared = Uint32Array.from(known.flatMap(list => Array.from(list).filter(artifact => authorsOf[artifact]! > 1)))
  const gone = new Uint32Array(authorsOf.length)
  return group => {
    let lost = 0
    for (let place = 0; place < group.length; place++) {
      const one = group[place]!
      lost += alone[one]!
      for (let at = offsets[one]!; at < offsets[one + 1]!; at++) if (++gone[shared[at]!]! === authorsOf[shared[at]!]) lost++
    }
    for (let place = 0; place < group.length; place++)
      for (let at = offsets[group[place]!]!; at < offsets[group[place]! + 1]!; at++) gone[shared[at]!] = 0
    return lost
  }
}

/** How many groups of that size there are; Infinity is not reached before it is more than anybody would go through. */
function groupsOf(people: number, size: number): number {
  let groups = 1
  for (let taken = 0; taken < size; taken++) groups = (groups * (people - taken)) / (taken + 1)
  return groups
}

/** Each group once, in the order of its members. */
function everyLoss(people: number, size: number, lose: (group: Int32Array) => number): Uint32Array {
  const losses: number[] = []
  const group = Int32Array.from({ length: size }, (_, place) => place)
  for (;;) {
    losses.push(lose(group))
    let place = size - 1
    while (place >= 0 && group[place] === people - size + place) place--
    if (place < 0) return Uint32Array.from(losses)
    group[place]!++
    for (let next = place + 1; next < size; next++) group[next] = group[next - 1]! + 1
  }
}

/** The first `size` of a shuffle, each draw with numbers of its own. */
function drawnLosses(people: number, size: number, draws: number, lose: (group: Int32Array) => number): Uint32Array {
  const order = new Int32Array(people)
  return Uint32Array.from({ length: draws }, (_, draw) => {
    const random = seededRandom(SEED, draw)
    for (let place = 0; place < people; place++) order[place] = place
    for (let place = 0; place < size; place++) {
      const other = place + random.below(people - place)
      const drawn = order[other]!
      order[other] = order[place]!
      order[place] = drawn
    }
    return lose(order.subarray(0, size))
  })
}
