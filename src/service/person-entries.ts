/** People in the document: their work, what they keep, and what the patterns say of them. */
import type { Analysis, PersonAnalysis } from '../analysis/analyse.ts'
import type { PersonEntry } from '../contract/analysis.ts'
import { type Person, isEmployedOn } from '../domain/person.ts'
import type { Assembled } from './dataset/assemble.ts'
import type { EvidenceIds } from './evidence-ids.ts'
import { flagEntries } from './flag-entries.ts'
import { leverageEntry, moveEntry, scoresOf, thinkerEntry } from './pattern-entries.ts'
import { ranked } from './ranked.ts'
import { numberOrNull, round } from './rounding.ts'

export function personEntries(analysis: Analysis, { dataset }: Assembled, evidenceIds: EvidenceIds): PersonEntry[] {
  // Where nothing is known of any system, keeping none of them says nothing; without any activity, no week was watched.
  const isKeepingKnown = analysis.components.some(component => component.keepers !== null)
  const isActivityKnown = dataset.contributions.length > 0 || dataset.meetings.length > 0
  const keptBy = grouped(analysis.components, component => component.keeper)
  const flags = flagEntries(analysis, evidenceIds)
  const notEnough = grouped(analysis.patterns.notEnough, ({ person }) => person)
  return analysis.people.map((entry, index) => {
    const person = dataset.people[index]!
    const kept = keptBy.get(person.id) ?? []
    return {
      ...factsOf(entry, person, analysis),
      observedWeeks: isActivityKnown ? entry.observedWeeks : null,
      workToMeeting: numberOrNull(analysis.patterns.workToMeeting[index]!),
      exposure: isKeepingKnown ? round(entry.exposure) : null,
      keeps: kept.map(({ component, hold, share, matters }) => ({ component, hold: round(hold ?? 0), share: round(share ?? 0), matters })),
      scores: scoresOf(analysis.patterns, index),
      leverage: leverageEntry(analysis.patterns, index),
      move: moveEntry(analysis.patterns, index),
      systemsThinker: thinkerEntry(analysis.patterns, index),
      network: networkEntry(analysis, index),
      flags: flags.get(index) ?? [],
      notEnough: (notEnough.get(index) ?? []).map(({ pattern, missing }) => ({ pattern, missing: [...missing] })),
    }
  })
}

/** Null where no two people share any work on record: then nobody is known to be alone. */
function networkEntry({ organisation: { network } }: Analysis, person: number): PersonEntry['network'] {
  if (!network.isRecorded) return null
  const { partners, constraint, constraintUnweighted, effectiveSize, core, betweenness } = network
  return {
    partners: partners[person]!,
    constraint: numberOrNull(constraint[person]!),
    constraintUnweighted: numberOrNull(constraintUnweighted[person]!),
    effectiveSize: numberOrNull(effectiveSize[person]!),
    core: partners[person] === 0 ? null : core[person]!,
    betweenness: numberOrNull(betweenness.value[person]!),
    betweennessError: betweenness.standardError && numberOrNull(betweenness.standardError[person]!),
  }
}

function grouped<Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key): ReadonlyMap<Key, readonly Item[]> {
  const groups = new Map<Key, Item[]>()
  for (const item of items) {
    const group = groups.get(keyOf(item))
    if (group) group.push(item)
    else groups.set(keyOf(item), [item])
  }
  return groups
}

type Facts = Pick<
  PersonEntry,
  | ('personId' | 'name' | 'inHris' | 'employed' | 'orgUnit' | 'title' | 'track' | 'roleFamily' | 'managerId')
  | ('modes' | 'effortHours' | 'buildPace')
>

function factsOf(entry: PersonAnalysis, person: Person, { asOf }: Analysis): Facts {
  const { modes } = entry
  return {
    personId: person.id,
    name: person.name,
    inHris: person.inHris,
    employed: isEmployedOn(person, asOf),
    orgUnit: person.orgUnit,
    title: person.title,
    track: person.track,
    roleFamily: person.roleFamily,
    managerId: person.managerId,
    modes: modes && {
      build: round(modes.build),
      enable: round(modes.enable),
      decide: round(modes.decide),
      coordinate: round(modes.coordinate),
      govern: round(modes.govern),
    },
    effortHours: modes === null ? null : round(entry.effortHours),
    buildPace: entry.buildPace && ranked(entry.buildPace),
  }
}
