/** A large organisation straight as columns: 24 months of work in teams of eight, with every pattern in it once per sixty people. */
import { addMonths, epochDay } from '../../src/domain/calendar.ts'
import type { EpochDay } from '../../src/domain/calendar.ts'
import { CHANGES, OUTCOMES } from '../../src/domain/contribution.ts'
import type { ContributionColumns } from '../../src/domain/contribution.ts'
import type { Dataset } from '../../src/domain/dataset.ts'
import { componentName, personId, workItemId } from '../../src/domain/identifiers.ts'
import type { JobEvent } from '../../src/domain/job-event.ts'
import { DEFAULT_KINDS } from '../../src/domain/kinds.ts'
import { seededRandom } from '../../src/analysis/seeded-random.ts'
import type { SeededRandom } from '../../src/analysis/seeded-random.ts'
import { buildDataset } from '../analysis/dataset-builder.ts'

const AS_OF = epochDay(2026, 6, 30)!
const WEEKS = 104
const TEAM = 8
const SQUAD = 60
const ROWS_PER_ARTIFACT = 25
const ROWS_PER_ITEM = 20
const FAMILIES = ['engineering', 'engineering', 'engineering', 'data', 'design', 'operations']
const KINDS = Object.keys(DEFAULT_KINDS).toSorted()
const BUILDING = ['commit', 'pull_request', 'fix', 'feature'] as const
const BESIDE = ['review', 'review', 'documentation', 'design_decision', 'planning', 'status_report', 'decomposition'] as const
const kindAt = (name: string) => KINDS.indexOf(name)
/** Moves of the last months, each squad's in a week of its own. */
const movedWeeksAgo = (person: number) => 30 + (Math.floor(person / SQUAD) % 40)

/** What the first members of each squad of sixty are. */
const PARTS = ['keeper', 'enabler', 'moved', 'thinker'] as const
type Part = (typeof PARTS)[number]
const partOf = (person: number): Part | null => PARTS[person % SQUAD] ?? null

/** @param rowsEach contributions of a person over the two years */
export function largeOrganisation(people: number, rowsEach: number): Dataset {
  const rows = people * rowsEach
  const components = Math.ceil(people / 6) + Math.ceil(people / SQUAD)
  const artifacts = Math.ceil(rows / ROWS_PER_ARTIFACT)
  const items = Math.ceil(rows / ROWS_PER_ITEM)
  const random = seededRandom(people, rowsEach)
  const { contributions, itemDays } = workOf({ people, rowsEach, components, artifacts, items }, random)
  return {
    ...peopleOf(people),
    componentNames: Array.from({ length: components }, (_, index) => componentName(`c${padded(index)}`)),
    components: Array.from({ length: components }, (_, index) => ({
      name: componentName(`c${padded(index)}`),
      criticality: index >= Math.ceil(people / 6) ? 5 : 2 + (index % 3),
      ownerUnit: unitOf(Math.min(people - 1, index * 6)),
      regulated: index % 9 === 0,
      core: index % 4 === 0,
    })),
    artifactNames: Array.from({ length: artifacts }, (_, artifact) => ({
      component: componentOfArtifact(artifact, artifacts, components),
      name: `a${padded(artifact)}`,
    })),
    artifactScope: null,
    workItemNames: Array.from({ length: items }, (_, item) => workItemId(`w${padded(item)}`)),
    workItems: Array.from({ length: items }, (_, item) => ({
      id: workItemId(`w${padded(item)}`),
      title: null,
      component: null,
      openedAt: itemDays.opened[item]! === 0 ? null : itemDays.opened[item]! - 2,
      startedAt: null,
      finishedAt: itemDays.finished[item]! === 0 ? null : Math.min(AS_OF, itemDays.finished[item]! + 3),
      status: null,
      size: 1 + (item % 8),
      handoffs: item % 4,
    })),
    kindNames: KINDS,
    kindOf: KINDS.map(kind => DEFAULT_KINDS[kind]!),
    contributions,
  }
}

const padded = (index: number) => String(index).padStart(8, '0')
const unitOf = (person: number) => `Product/Area ${Math.floor(person / 400)}/Team ${Math.floor(person / TEAM)}`
const componentOfArtifact = (artifact: number, artifacts: number, components: number) => Math.floor((artifact * components) / artifacts)

function peopleOf(count: number): Dataset {
  const managerOf = (index: number) =>
    index % TEAM === 7 ? (index < 16 ? null : Math.floor(index / 16) * TEAM + 7 - TEAM) : Math.min(count - 1, index - (index % TEAM) + 7)
  const events: JobEvent[] = []
  const empty = buildDataset({
    people: Array.from({ length: count }, (_, index) => {
      const part = partOf(index)
      const manager = managerOf(index)
      const isLead = part === 'moved' || index % TEAM === 7
      return {
        id: `p${padded(index)}`,
        roleFamily: FAMILIES[Math.floor(index / TEAM) % FAMILIES.length]!,
        levelRank: 1 + (index % 5),
        level: `L${1 + (index % 5)}`,
        track: isLead ? ('manager' as const) : ('ic' as const),
        title: isLead ? 'Engineering Manager' : 'Engineer',
        orgUnit: unitOf(index),
        hireDate: '2019-01-07',
        terminationDate: index % 23 === 5 ? '2026-01-31' : null,
        performanceRating: part === 'enabler' ? 1 : 2 + (index % 4),
        ratingMax: 5,
        compRatio: part === 'enabler' ? 0.8 : 0.9 + (index % 21) / 100,
        managerId: manager === null || manager < 0 || manager === index ? null : personId(`p${padded(manager)}`),
      }
    }),
    presentColumns: [],
  })
  const blank = { level: null, levelRank: null, manager: null, orgUnit: null, fte: null }
  for (const [index, { id }] of empty.people.entries()) {
    events.push({ ...blank, personId: id, effectiveDate: epochDay(2019, 1, 7)!, title: 'Engineer', track: 'ic', reason: 'hire' })
    const promoted = addMonths(AS_OF, -6 - (index % 40))
    if (partOf(index) === 'moved')
      events.push({
        ...blank,
        personId: id,
        effectiveDate: AS_OF - 7 * movedWeeksAgo(index),
        title: 'Engineering Manager',
        track: 'manager',
        reason: 'promotion',
      })
    else if (index % 3 === 0 && partOf(index) === null)
      events.push({
        ...blank,
        personId: id,
        effectiveDate: promoted,
        title: 'Engineer',
        track: 'ic',
        levelRank: 1 + (index % 5),
        reason: 'promotion',
      })
  }
  const columns = ['uses', 'artifact', 'component', 'change', 'outcome', 'work_item', 'participants', 'agent', 'size'].map(
    name => `contributions.${name}`,
  )
  const ofPeople = [
    'role_family',
    'level',
    'track',
    'org_unit',
    'performance_rating',
    'comp_ratio',
    'hire_date',
    'manager_id',
    'title',
  ].map(name => `people.${name}`)
  return {
    ...empty,
    asOf: AS_OF,
    history: events,
    presentColumns: new Set([
      ...columns,
      ...ofPeople,
      'components.criticality',
      'history.title',
      'history.track',
      'history.level',
      'work_items.handoffs',
    ]),
  }
}

interface Extent {
  readonly people: number
  readonly rowsEach: number
  readonly components: number
  readonly artifacts: number
  readonly items: number
}

function workOf(extent: Extent, random: SeededRandom) {
  const { people, rowsEach, components, artifacts, items } = extent
  const rows = people * rowsEach
  const columns = {
    length: rows,
    person: new Int32Array(rows),
    day: new Int32Array(rows),
    instant: new Float64Array(rows),
    kind: new Uint16Array(rows),
    component: new Int32Array(rows),
    artifact: new Int32Array(rows),
    previousArtifact: new Int32Array(rows).fill(-1),
    workItem: new Int32Array(rows).fill(-1),
    size: new Float64Array(rows),
    hours: new Float32Array(rows).fill(NaN),
    change: new Uint8Array(rows),
    outcome: new Uint8Array(rows),
    agent: new Uint8Array(rows),
    tieBreak: new Uint32Array(rows),
    storedRow: new Uint32Array(rows),
  }
  const itemDays = { opened: new Int32Array(items), finished: new Int32Array(items) }
  const participants = { offsets: new Uint32Array(rows + 1), values: new Int32Array(rows) }
  const uses = { offsets: new Uint32Array(rows + 1), values: new Int32Array(rows) }
  const shared = Math.ceil(people / 6)
  const artifactsEach = Math.floor(artifacts / components)
  let [row, namedPeople, namedUses] = [0, 0, 0]
  for (let week = 0; week < WEEKS; week++) {
    const monday: EpochDay = AS_OF - 7 * (WEEKS - week) + 1
    for (let person = 0; person < people; person++) {
      const part = partOf(person)
      const squad = Math.floor(person / SQUAD)
      const hasLeft = part === 'moved' && WEEKS - week <= movedWeeksAgo(person)
      const from = Math.floor((week * rowsEach) / WEEKS)
      const to = Math.floor(((week + 1) * rowsEach) / WEEKS)
      for (let turn = from; turn < to; turn++, row++) {
        const isKept = part === 'keeper' && turn % 4 !== 0
        const near = Math.floor(person / TEAM) * 1.33 + random.below(2)
        const component = isKept ? shared + squad : Math.floor(random.unit() < 0.9 ? near : random.below(shared)) % shared
        const artifact = Math.min(artifacts - 1, Math.ceil((component * artifacts) / components) + random.below(Math.max(1, artifactsEach)))
        const kind = hasLeft ? 'planning' : kindFor(part, turn, random)
        const day = monday + random.below(5)
        columns.person[row] = person
        columns.day[row] = day
        columns.instant[row] = day * 86_400 + 3600 * (8 + (turn % 9)) + random.below(3000)
        columns.kind[row] = kindAt(kind)
        columns.component[row] = componentOfArtifact(artifact, artifacts, components)
        columns.artifact[row] = DEFAULT_KINDS[kind]!.changesArtifact ? artifact : -1
        columns.size[row] = (part === 'keeper' ? 400 : 10) + random.below(200)
        columns.change[row] = 1 + CHANGES.indexOf(random.below(12) === 0 ? 'added' : 'changed')
        columns.outcome[row] = kind.endsWith('decision') ? 1 + OUTCOMES.indexOf(random.below(3) === 0 ? 'failed' : 'worked') : 0
        columns.agent[row] = 1 + Number(random.below(6) === 0)
        columns.tieBreak[row] = random.below(2 ** 32)
        columns.storedRow[row] = row
        if (random.unit() < 0.7) {
          // The item of the week of this part of the team, so that items last about a month.
          const item = (Math.floor(person / 4) * Math.ceil(WEEKS / 5) + Math.floor(week / 5)) % items
          columns.workItem[row] = item
          if (itemDays.opened[item] === 0) itemDays.opened[item] = day
          itemDays.finished[item] = Math.max(itemDays.finished[item]!, day)
        }
        if (kind === 'review') participants.values[namedPeople++] = Math.min(people - 1, person - (person % TEAM) + random.below(TEAM))
        // Neighbours build on what their squad's enabler wrote.
        if (turn % 12 === 0 && person % SQUAD < 40 && part !== 'enabler')
          uses.values[namedUses++] = Math.min(artifacts - 1, Math.ceil((guideComponent(squad, shared) * artifacts) / components))
        participants.offsets[row + 1] = namedPeople
        uses.offsets[row + 1] = namedUses
      }
    }
  }
  const contributions: ContributionColumns = {
    ...columns,
    participants: { offsets: participants.offsets, values: participants.values.slice(0, namedPeople) },
    uses: { offsets: uses.offsets, values: uses.values.slice(0, namedUses) },
  }
  return { contributions, itemDays }
}

const guideComponent = (squad: number, shared: number) => (squad * 10) % shared

function kindFor(part: Part | null, turn: number, random: SeededRandom): string {
  if (part === 'thinker') return ['design_decision', 'decomposition', 'commit', 'pull_request', 'documentation'][turn % 5]!
  const beside = part === 'enabler' ? 0.8 : 0.35
  return random.unit() < beside
    ? part === 'enabler'
      ? 'documentation'
      : BESIDE[random.below(BESIDE.length)]!
    : BUILDING[random.below(BUILDING.length)]!
}
