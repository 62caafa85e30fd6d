/** Takes off what a group does to a value: strict and lenient managers, dear and cheap places. */

/**
 * Each value less what its group's others deviate from everybody, shrunk by how much groups differ at all (empirical
 * Bayes, one-way random effects). Values stay as they are where groups explain less than `leastShare` of the variance,
 * so that noise between small groups does not reorder anybody.
 *
 * @param values NaN where unknown
 * @param groupOf -1 where there is none
 */
export function withoutGroupBias(values: Float64Array, groupOf: Int32Array, leastShare: number): Float64Array {
  const groups = summarise(values, groupOf)
  const { between, within, share, mean } = varianceParts(values, groupOf, groups)
  if (!(share > 0) || share < leastShare) return values
  return values.map((value, index) => {
    const group = groups.get(groupOf[index]!)
    if (Number.isNaN(value) || group === undefined || group.count < 2) return value
    const others = group.count - 1
    const deviation = (group.sum - value) / others - mean
    return value - (between / (between + within / others)) * deviation
  })
}

interface GroupSum {
  count: number
  sum: number
}

function summarise(values: Float64Array, groupOf: Int32Array): Map<number, GroupSum> {
  const groups = new Map<number, GroupSum>()
  for (const [index, value] of values.entries()) {
    if (Number.isNaN(value) || groupOf[index]! < 0) continue
    const group = groups.get(groupOf[index]!) ?? { count: 0, sum: 0 }
    groups.set(groupOf[index]!, group)
    group.count++
    group.sum += value
  }
  return groups
}

/** Method of moments (Searle, Casella and McCulloch 1992): variance between and within groups, and the intraclass correlation. */
function varianceParts(values: Float64Array, groupOf: Int32Array, groups: ReadonlyMap<number, GroupSum>) {
  const none = { between: 0, within: 0, share: 0, mean: 0 }
  let [count, sum, squares] = [0, 0, 0]
  for (const group of groups.values()) {
    count += group.count
    sum += group.sum
    squares += group.count ** 2
  }
  if (groups.size < 2 || count <= groups.size) return none
  const mean = sum / count
  let [ofGroups, ofMembers] = [0, 0]
  for (const group of groups.values()) ofGroups += group.count * (group.sum / group.count - mean) ** 2
  for (const [index, value] of values.entries()) {
    const group = Number.isNaN(value) ? undefined : groups.get(groupOf[index]!)
    if (group) ofMembers += (value - group.sum / group.count) ** 2
  }
  const within = ofMembers / (count - groups.size)
  const typicalSize = (count - squares / count) / (groups.size - 1)
  const between = (ofGroups / (groups.size - 1) - within) / typicalSize
  return { between, within, share: between <= 0 ? 0 : between / (between + within), mean }
}
