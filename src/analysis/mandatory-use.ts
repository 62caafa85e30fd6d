/** Artifacts that everybody has to use, such as a linter or a pipeline template: nearly all who build, in nearly every month. */
import { monthOf } from '../domain/calendar.ts'
import type { Dataset } from '../domain/dataset.ts'
import type { ArtifactUses } from './artifact-uses.ts'
import { candidatesOf, isIndividualContributor } from './candidates.ts'
import type { EnablerTrapSettings } from './enabler-trap-settings.ts'
import type { Ground } from './ground.ts'
import { roleFamiliesOf } from './role-families.ts'
import { rowsInOrder } from './row-order.ts'
import { isWithin } from './window.ts'
import type { Period } from './window.ts'

/** 1 per artifact whose use, or that of its author's kit in that system, is mandatory for the role family that uses it most. */
export function mandatoryArtifacts(
  dataset: Dataset,
  ground: Ground,
  uses: ArtifactUses,
  period: Period,
  settings: EnablerTrapSettings,
): Uint8Array {
  const { familyOf, families } = roleFamiliesOf(dataset)
  const buildingMonths = monthsOfBuilding(dataset, ground, period, settings.reachMonths)
  const builders = new Uint32Array(families.length)
  const monthsOfFamily = new Uint32Array(families.length)
  for (const [person, months] of buildingMonths.entries()) {
    if (months === 0) continue
    builders[familyOf[person]!]!++
    monthsOfFamily[familyOf[person]!]! += months
  }
  const mandatory = new Uint8Array(ground.histories.artifacts.length)
  /** Marks the artifacts of groups of uses; each group is judged by its users and their months, its authors left out. */
  const mark = (counted: Uint32Array, groupOf: Int32Array, authorsOf: (use: number) => Int32Array) => {
    const order = rowsInOrder(counted, [groupOf, uses.user, uses.month])
    for (let start = 0, end = 0; start < order.length; start = end) {
      const group = groupOf[order[start]!]!
      const users = new Uint32Array(families.length)
      const months = new Uint32Array(families.length)
      let [lastUser, lastMonth] = [-1, -1]
      for (; end < order.length && groupOf[order[end]!] === group; end++) {
        const [user, month] = [uses.user[order[end]!]!, uses.month[order[end]!]!]
        if (buildingMonths[user] === 0) continue
        const family = familyOf[user]!
        if (user !== lastUser) users[family]!++
        if (user !== lastUser || month !== lastMonth) months[family]!++
        lastUser = user
        lastMonth = month
      }
      const most = users.indexOf(Math.max(...users))
      const own = authorsOf(order[start]!).filter(one => buildingMonths[one]! > 0 && familyOf[one] === most)
      const others = builders[most]! - own.length
      const othersMonths = monthsOfFamily[most]! - own.reduce((sum, one) => sum + buildingMonths[one]!, 0)
      const isForAll = others >= ground.settings.cohortMinimum && users[most]! >= settings.mandatoryPeople * others
      if (!isForAll || months[most]! < settings.mandatoryMonths * othersMonths) continue
      for (const use of order.subarray(start, end)) mandatory[uses.artifact[use]!] = 1
    }
  }
  const { authorOffsets, author } = ground.authorship
  const authorsOf = (use: number) => author.subarray(authorOffsets[uses.artifact[use]!], authorOffsets[uses.artifact[use]! + 1])
  const all = Uint32Array.from(uses.artifact.keys())
  mark(all, uses.artifact, authorsOf)
  // A kit: of several files each build takes one, so that no single one is used by all.
  const kitOf = kits(dataset, ground, uses)
  mark(
    all.filter(use => mandatory[uses.artifact[use]!] === 0 && kitOf[use]! >= 0),
    kitOf,
    authorsOf,
  )
  return mandatory
}

/** Per use the system and author whose artifact it is; -1 where an artifact has several authors or none. */
function kits(dataset: Dataset, { histories, authorship }: Ground, { artifact }: ArtifactUses): Int32Array {
  const { authorOffsets, author } = authorship
  const kitAt = new Map<string, number>()
  const kitOfArtifact = Int32Array.from(histories.artifacts, (name, at) => {
    if (authorOffsets[at + 1]! - authorOffsets[at]! !== 1) return -1
    const key = `${dataset.artifactNames[name]!.component} ${author[authorOffsets[at]!]!}`
    kitAt.set(key, kitAt.get(key) ?? kitAt.size)
    return kitAt.get(key)!
  })
  return artifact.map(at => kitOfArtifact[at]!)
}

/** Months of the period in which each individual contributor who is there built; 0 where they are fewer than make a user. */
function monthsOfBuilding(dataset: Dataset, ground: Ground, period: Period, fewest: number): Uint8Array {
  const { contributions, kindOf } = dataset
  const candidates = candidatesOf(dataset, ground.model)
  const first = monthOf(period.from)
  const monthCount = monthOf(period.to) - first + 1
  const built = new Uint8Array(dataset.people.length * monthCount)
  for (let row = 0; row < contributions.length; row++) {
    const day = contributions.day[row]!
    if (!isWithin(period, day) || kindOf[contributions.kind[row]!]?.mode !== 'build') continue
    built[contributions.person[row]! * monthCount + monthOf(day) - first] = 1
  }
  return Uint8Array.from(dataset.people, (person, index) => {
    if (candidates[index] === 0 || !isIndividualContributor(person) || ground.activity.observed[index] === 0) return 0
    const months = built.subarray(index * monthCount, (index + 1) * monthCount).reduce((sum, one) => sum + one, 0)
    return months >= fewest ? months : 0
  })
}
