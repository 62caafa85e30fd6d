/**
 * A way of making organisations that shares nothing with the sample's: crews work in stints of weeks, output differs
 * from person to person as incomes do, and every row bears hours. So that the method is not tuned to one generator.
 */
import { isoDate } from '../../src/domain/calendar.ts'
import type { Dataset } from '../../src/domain/dataset.ts'
import { componentName, personId } from '../../src/domain/identifiers.ts'
import { buildDataset } from '../analysis/dataset-builder.ts'
import type { HistoryInput, PersonInput } from '../analysis/dataset-builder.ts'
import { AS_OF, between, NEW_LEADER_DAYS, START, WRITERS } from './crew-parts.ts'
import type { CrewOptions, CrewPart } from './crew-parts.ts'
import { liveCrew, liveStints, spreadGuide } from './crew-work.ts'
import { isOwn, normal, worldOf } from './crew-world.ts'
import type { Member, World } from './crew-world.ts'

export interface CrewOrganisation {
  readonly dataset: Dataset
  /** By person id; ordinary people are not in it. */
  readonly partOf: ReadonlyMap<string, CrewPart>
}

export function crewOrganisation(options: CrewOptions): CrewOrganisation {
  const world = worldOf(options)
  for (const member of world.members) if (!member.isLead) liveStints(world, member)
  for (let crew = 0; crew < options.crews; crew++) liveCrew(world, crew)
  for (const member of world.members) if (member.part !== null && WRITERS.includes(member.part)) spreadGuide(world, member)
  const people = world.members.map(member => personRow(world, member))
  const dataset = buildDataset({
    people,
    history: world.members.flatMap(member => careerOf(world, member)),
    contributions: world.contributions,
    components: world.systems.map(({ name, crew, criticality }) => ({ name, criticality, ownerUnit: unitOf(crew) })),
    asOf: isoDate(AS_OF),
  })
  return { dataset, partOf: new Map(world.members.flatMap(({ id, part }) => (part === null ? [] : [[id, part]]))) }
}

const unitOf = (crew: number) => `Works/Crew ${crew}`

const isUnseen = (part: CrewPart | null) =>
  part === 'unseen_enabler' ||
  part === 'unread_writer' ||
  part === 'one_month_hit' ||
  part === 'template_owner' ||
  part === 'kit_owner' ||
  part === 'crew_helper' ||
  part === 'unrecognised_builder'

function personRow({ random, members, systems, options }: World, { id, crew, part, isLead }: Member): PersonInput {
  const lead = members.find(member => member.crew === crew && member.isLead)!
  const middle = part === 'unseen_enabler' ? between(3.1, 1.8, options) : isUnseen(part) ? 1.8 : part === 'seen_enabler' ? 4.6 : 3.3
  return {
    id,
    orgUnit: unitOf(crew),
    roleFamily: 'making',
    track: isLead ? 'manager' : 'ic',
    title: isLead ? 'Crew Lead' : 'Maker',
    levelRank: isLead ? 5 : 2 + random.below(3),
    hireDate: isoDate(part === 'new_leader' ? AS_OF - NEW_LEADER_DAYS : START - 400 - random.below(1500)),
    managerId: isLead ? null : personId(lead.id),
    performanceRating: Math.min(5, Math.max(1, Math.round(middle + 0.7 * Math.min(1.5, options.noise) * normal(random)))),
    ratingMax: 5,
    compRatio:
      (part === 'unseen_enabler' ? between(0.98, 0.84, options) : isUnseen(part) ? 0.84 : part === 'seen_enabler' ? 1.12 : 1) +
      0.05 * normal(random),
    ...(isLead
      ? { accountableFor: systems.filter(system => system.crew === crew && !isOwn(system)).map(({ name }) => componentName(name)) }
      : {}),
  }
}

function careerOf({ random, options }: World, { id, part, isLead }: Member): HistoryInput[] {
  const hired = part === 'new_leader' ? AS_OF - NEW_LEADER_DAYS : START - 1900
  const title = isLead ? 'Crew Lead' : 'Maker'
  const track = isLead ? ('manager' as const) : ('ic' as const)
  const promoted =
    AS_OF -
    (isUnseen(part) && (part !== 'unseen_enabler' || random.unit() < options.clarity)
      ? 1500 + random.below(300)
      : part === 'seen_enabler'
        ? 200
        : 150 + random.below(1200))
  return [
    { personId: id, effectiveDate: isoDate(hired), title, track, levelRank: 2, reason: 'hire' },
    ...(isLead ? [] : [{ personId: id, effectiveDate: isoDate(promoted), title, track, levelRank: 3, reason: 'promotion' }]),
  ]
}
