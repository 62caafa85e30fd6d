/** What crews do: makers in stints, leaders from week to week, and who builds on whose guides. */
import { addMonths, isoDate } from '../../src/domain/calendar.ts'
import type { EpochDay } from '../../src/domain/calendar.ts'
import type { ContributionInput } from '../analysis/dataset-builder.ts'
import { AS_OF, between, NEW_LEADER_DAYS, shareOf, START, STARTED_DAYS_AGO, WRITERS } from './crew-parts.ts'
import { hoursAround, isOwn, shuffled } from './crew-world.ts'
import type { Member, World } from './crew-world.ts'

/** Stint after stint: some days to five weeks on one system, then another. */
export function liveStints(world: World, member: Member): void {
  const { random, systems } = world
  const elsewhere = [...systems.keys()].filter(at => !isOwn(systems[at]!))
  const shared = elsewhere.filter(at => systems[at]!.crew === member.crew)
  // Now and then somebody lends a hand on what a crewmate keeps.
  const kept = [...systems.keys()].filter(at => systems[at]!.crew === member.crew && isOwn(systems[at]!) && at !== member.own)
  for (let day = START; day <= AS_OF;) {
    const until = Math.min(AS_OF, day + 4 + random.below(30))
    const share = member.part === null ? 0 : shareOf(member.part, world.options)
    const hasOwn = member.own >= 0 && (member.part !== 'starter' || day > AS_OF - STARTED_DAYS_AGO)
    const helps = random.unit() < 0.03 * world.options.noise ? kept[random.below(Math.max(1, kept.length))] : undefined
    const system =
      hasOwn && random.unit() < share
        ? member.own
        : (helps ?? (random.unit() < 0.92 ? shared[random.below(shared.length)]! : elsewhere[random.below(elsewhere.length)]!))
    for (; day <= until; day++) if (isWorkday(day)) workDay(world, member, system, day)
  }
}

const isWorkday = (day: EpochDay) => (day + 3) % 7 < 5

function workDay(world: World, member: Member, system: number, day: EpochDay): void {
  const { random, contributions, systems } = world
  if (random.unit() > 0.6) return
  const { name, crew } = systems[system]!
  const isWriter = member.part !== null && WRITERS.includes(member.part)
  const pieces = 1 + random.below(3)
  for (let piece = 0; piece < pieces; piece++) {
    const kind = random.unit() < 0.08 ? 'documentation' : ['commit', 'pull_request', 'fix', 'commit'][random.below(4)]!
    const crewmates = world.members.filter(other => other.crew === crew && other.id !== member.id && !other.isLead)
    const partner = crewmates[member.part === 'paired_keeper' ? 0 : random.below(crewmates.length)]
    const isPaired = member.part === 'paired_keeper' && system === member.own && random.unit() < 0.9
    contributions.push({
      person: member.id,
      at: isoDate(day),
      kind,
      component: name,
      ...fileOf(world, system),
      hours: hoursAround(world, 1.3 * member.output),
      ...(isPaired && partner ? { participants: [partner.id] } : {}),
    })
    if (partner && random.unit() < 0.25)
      contributions.push({
        person: partner.id,
        at: isoDate(Math.min(AS_OF, day + random.below(4))),
        kind: 'review',
        component: name,
        hours: 0.5,
      })
  }
  if (isWriter)
    contributions.push({
      person: member.id,
      at: isoDate(day),
      kind: ['documentation', 'template', 'tooling'][random.below(3)]!,
      component: name,
      artifact: guideOf(member, random.below(4)),
      hours: hoursAround(world, member.part === 'unseen_enabler' ? between(0.3, 3, world.options) : 3),
    })
  if (random.unit() < 0.15) contributions.push({ person: member.id, at: isoDate(day), kind: 'planning', component: name, hours: 1 })
}

const guideOf = ({ id }: Member, number: number) => `guides/${id}/${number}`

/** Mostly a file that is there, the newer ones more often; now and then a new one. */
function fileOf({ random, systems }: World, at: number): Pick<ContributionInput, 'artifact' | 'change'> {
  const system = systems[at]!
  if (system.files < 6 || random.unit() < 0.06) return { artifact: `file ${system.files++}`, change: 'added' }
  return { artifact: `file ${Math.floor(system.files * Math.sqrt(random.unit()))}`, change: 'changed' }
}

/** Decisions of the crew, and what its leader does. */
export function liveCrew(world: World, crew: number): void {
  const { random, contributions, members, systems } = world
  const lead = members.find(member => member.crew === crew && member.isLead)!
  const makers = members.filter(member => member.crew === crew && !member.isLead)
  const own = systems.filter(system => system.crew === crew && !isOwn(system))
  const near = 0.35 + 0.3 * random.unit()
  const isFar = lead.part === 'distant' || lead.part === 'leader_of_little' || lead.part === 'deciding_leader' || lead.part === 'new_leader'
  const far = (atGate: number, inside: number) => (lead.part === 'distant' ? between(atGate, inside, world.options) : inside)
  const rates = isFar
    ? { tools: far(0.13, 0.01), decisions: lead.part === 'deciding_leader' ? 0.6 : far(0.17, 0.03), changes: far(0.05, 0.004) }
    : { tools: near, decisions: near + 0.1, changes: 0.2 }
  for (let day = START; day <= AS_OF; day += 7) {
    const isThere = lead.part !== 'new_leader' || day > AS_OF - NEW_LEADER_DAYS
    const system = () => own[random.below(own.length)]!.name
    const at = () => isoDate(Math.min(AS_OF, day + random.below(5)))
    if (random.unit() < 0.7) {
      const maker = makers[random.below(makers.length)]!
      const takesPart = isThere && random.unit() < rates.decisions
      const participants = [makers[random.below(makers.length)]!.id, ...(takesPart ? [lead.id] : [])]
      contributions.push({ person: maker.id, at: at(), kind: 'design_decision', component: system(), hours: 2, participants })
    }
    if (random.unit() < 0.5)
      contributions.push({
        person: makers[random.below(makers.length)]!.id,
        at: at(),
        kind: 'review',
        component: system(),
        hours: 1,
        outcome: random.unit() < 0.3 ? 'changed' : 'approved',
      })
    if (!isThere) continue
    contributions.push({ person: lead.id, at: at(), kind: 'planning', component: system(), hours: 6 })
    if (random.unit() < rates.tools)
      contributions.push({ person: lead.id, at: at(), kind: 'commit', component: system(), ...leadFile(world), hours: 4 })
    if (random.unit() < rates.changes)
      contributions.push({ person: lead.id, at: at(), kind: 'review', component: system(), hours: 1, outcome: 'changed' })
  }
}

const leadFile = ({ random }: World) => ({ artifact: `notes ${random.below(5)}` })

/** Who builds on a writer's guides, and when. */
export function spreadGuide(world: World, author: Member): void {
  const { random, contributions, members } = world
  const builders = members.filter(({ isLead, id }) => !isLead && id !== author.id)
  const isClear = author.part === 'unseen_enabler' ? world.options.clarity : 1
  const many = Math.round(5 + (Math.max(9, Math.ceil(builders.length * 0.06)) - 5) * isClear)
  const chosen = shuffled(builders, random)
  // One file for all, or a kit of four of which each build takes one.
  const isMandatory = author.part === 'template_owner' || author.part === 'kit_owner'
  const users =
    author.part === 'unread_writer'
      ? chosen.slice(0, 1)
      : author.part === 'crew_helper'
        ? builders.filter(({ crew }) => crew === author.crew).slice(0, 3)
        : isMandatory
          ? builders
          : chosen.slice(0, many)
  const crewSystem = world.systems.find(({ crew }) => crew === author.crew)!.name
  for (const user of users)
    for (let month = 0; month < 24; month++) {
      const chance = isMandatory ? 0.97 : author.part === 'one_month_hit' ? (month === 20 ? 1 : 0) : 0.6
      if (random.unit() >= chance) continue
      const day = Math.min(AS_OF, addMonths(START, month) + random.below(27))
      contributions.push({
        person: user.id,
        at: isoDate(day),
        kind: 'commit',
        component: crewSystem,
        hours: 0.5,
        uses: [guideOf(author, author.part === 'template_owner' ? 0 : random.below(4))],
      })
    }
}
