/** Contributors with one key, and so one person: the nodes of which identities are made. */
import { compareText } from '../domain/identifiers.ts'
import { isPlaceholder } from '../domain/placeholder.ts'
import { botSign } from './bots.ts'
import type { HrisLookup, JoinedBy } from './hris-lookup.ts'
import { foldKey, foldName } from './identity-keys.ts'

export interface Contributor {
  /** As written in `person`: a person_id, an e-mail or a login. */
  readonly key: string
  readonly name: string | null
  /** They are named beside others' work only: nobody asks who they are. */
  readonly onlyTakesPart?: boolean
}

export interface Node {
  readonly foldedKey: string
  /** As written, sorted. */
  readonly keys: readonly string[]
  /** As written and meaning somebody, sorted. */
  readonly names: readonly string[]
  readonly onlyTakesPart: boolean
}

/** Where a key stands for nobody in particular (`root@localhost`), the name is the key. */
export function groupByKey(contributors: readonly Contributor[]): { nodes: Node[]; nodeOf: number[] } {
  const groups = new Map<string, { keys: Set<string>; names: Set<string>; onlyTakesPart: boolean }>()
  const groupOf = contributors.map(({ key, name, onlyTakesPart = false }) => {
    const meansSomebody = foldName(name) !== null
    const written = (isPlaceholder(foldKey(key)) && meansSomebody ? name! : key).trim()
    const foldedKey = foldKey(written)
    const group = groups.get(foldedKey) ?? { keys: new Set(), names: new Set(), onlyTakesPart: true }
    groups.set(foldedKey, group)
    group.keys.add(written)
    if (meansSomebody) group.names.add(name!.trim())
    if (!onlyTakesPart) group.onlyTakesPart = false
    return foldedKey
  })
  const sorted = [...groups.keys()].sort(compareText)
  const positions = new Map(sorted.map((foldedKey, index) => [foldedKey, index]))
  const nodes = sorted.map(foldedKey => {
    const { keys, names, onlyTakesPart } = groups.get(foldedKey)!
    return { foldedKey, keys: [...keys].sort(compareText), names: [...names].sort(compareText), onlyTakesPart }
  })
  return { nodes, nodeOf: groupOf.map(foldedKey => positions.get(foldedKey)!) }
}

export function joinToHris({ keys, names }: Node, lookup: HrisLookup): { index: number; by: JoinedBy } | null {
  for (const key of keys) {
    const found = lookup.byKey(key)
    if (found) return found
  }
  const spokenFor = new Set<number>()
  // A key with a blank in it is a name that stands in the wrong column.
  for (const name of [...names, ...keys.filter(key => key.includes(' ') && !key.includes('@'))]) {
    const bearers = lookup.byName(name)
    if (bearers.length === 1) spokenFor.add(bearers[0]!)
  }
  return spokenFor.size === 1 ? { index: [...spokenFor][0]!, by: 'name' } : null
}

export function signOf({ keys, names }: Node): string | null {
  for (const key of keys) {
    for (const name of [null, ...names]) {
      const sign = botSign(key, name)
      if (sign !== null) return sign
    }
  }
  return null
}
