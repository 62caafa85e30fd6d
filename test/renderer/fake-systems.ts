/** Answers about systems for the fake backend. */
import type { Input, Output } from '../../src/contract/contract.ts'
import { AppError, type Columns } from '../../src/contract/wire.ts'
import { artifactCounts, coverageOf, EMPLOYED, EVERYBODY, idOf, removalOf, truckFactorOf, verdictOf, WHOLE } from './fake-knowledge.ts'
import { PEOPLE, SYSTEM_LIST, type FakeSystem } from './fake-organisation.ts'

type Row = Output<'systems.list'>['rows'][number]
type Detail = Output<'systems.get'>

const NAMES: Readonly<Record<string, string>> = Object.fromEntries(PEOPLE.map(person => [person.personId, person.name]))
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
const page = <T>(rows: readonly T[], number: number) => ({ total: rows.length, rows: rows.slice(number * 100, number * 100 + 100) })
const indexOf = (id: string) => PEOPLE.findIndex(person => person.personId === id)

function rowOf(system: FakeSystem): Row {
  const { keepers, keeper } = verdictOf(system, EMPLOYED)
  const ranked = [...artifactCounts(system.authors)].filter(([person]) => EMPLOYED.has(person)).toSorted((a, b) => b[1] - a[1])
  const next = ranked.find(([person]) => idOf(person) !== keeper?.personId)
  const curve = removalOf(system.authors, EMPLOYED).coverage
  const matters = system.criticality >= 4
  return {
    component: system.component,
    criticality: system.criticality,
    criticalityAssumed: system.criticalityAssumed,
    matters,
    ownerUnit: system.ownerUnit,
    artifacts: system.authors.length,
    authoredArtifacts: system.authors.length,
    contributions: system.contributions,
    keepers,
    exposure: keepers === null ? null : keeper ? (system.criticality / 5) * keeper.hold : 0,
    truckFactor: truckFactorOf(system.authors, EVERYBODY),
    currentTruckFactor: truckFactorOf(system.authors, EMPLOYED),
    nearLine: system.authors.length === 0 ? null : curve.some(coverage => Math.abs(coverage - 0.5) < 0.02),
    lastChange:
      system.authors.length === 0
        ? null
        : `2026-${String(1 + (system.contributions % 10)).padStart(2, '0')}-${String(1 + (system.contributions % 27)).padStart(2, '0')}`,
    effectiveContributors: system.authors.length === 0 ? null : 1 + ranked.length / 3,
    keeper: keeper && { ...keeper, name: NAMES[keeper.personId] ?? '' },
    second: next
      ? {
          personId: idOf(next[0]),
          name: NAMES[idOf(next[0])] ?? '',
          share: next[1] / system.authors.length,
          furtherChanges: 4 + (next[1] % 30),
        }
      : null,
  }
}

const RANK = { none: 0, one: 0, several: 1, unknown: 2 }
const ROWS = SYSTEM_LIST.map(rowOf)
const held = (row: Row) => RANK[row.keepers ?? 'unknown']
const ORDERS: Readonly<Record<Input<'systems.list'>['sort'], (a: Row, b: Row) => number>> = {
  risk: (a, b) => held(a) - held(b) || b.criticality - a.criticality || (b.exposure ?? 0) - (a.exposure ?? 0),
  component: () => 0,
  criticality: (a, b) => b.criticality - a.criticality,
  currentTruckFactor: (a, b) => (a.currentTruckFactor ?? 99) - (b.currentTruckFactor ?? 99),
  lastChange: (a, b) => compare(b.lastChange ?? '', a.lastChange ?? ''),
}

export function list({ filter, sort, page: number }: Input<'systems.list'>): Output<'systems.list'> {
  const text = filter.text.toLowerCase()
  const rows = ROWS.filter(row =>
    [row.component, row.ownerUnit ?? '', row.keeper?.name ?? ''].some(field => field.toLowerCase().includes(text)),
  )
    .filter(row => filter.verdict === null || (row.keepers ?? 'unknown') === filter.verdict)
    .filter(row => !filter.mattersOnly || row.matters)
    .toSorted((a, b) => ORDERS[sort](a, b) || compare(a.component, b.component))
  return page(rows, number)
}

export function summary(): Output<'systems.summary'> {
  const verdicts = { none: 0, one: 0, several: 0, unknown: 0 }
  for (const row of ROWS) verdicts[row.keepers ?? 'unknown'] += 1
  return {
    asOf: '2026-11-18',
    verdicts,
    keyPersonRisks: ROWS.filter(row => row.keepers === 'one' && row.matters).length,
    purposeRecorded: true,
    quality: [
      {
        figure: 'Scope',
        coverage: 0.5,
        missing: ['artifacts.artifact'],
        cost: 'Without an artifacts file, files deleted long ago still count; truck factors come out lower than they are.',
      },
      {
        figure: 'Criticality of 7 systems',
        coverage: 0.85,
        missing: ['components.criticality'],
        cost: 'They are taken as 3 of 5, so a key-person risk there may be missed.',
      },
      {
        figure: 'Room to take systems over',
        coverage: 0.72,
        missing: ['meetings.meeting_hours'],
        cost: 'Room is read from contributions alone and is too large for people with many meetings.',
      },
    ],
    whole: {
      artifacts: WHOLE.length,
      truckFactor: truckFactorOf(WHOLE, EVERYBODY),
      currentTruckFactor: truckFactorOf(WHOLE, EMPLOYED),
      prunedTruckFactor: (truckFactorOf(WHOLE, EVERYBODY) ?? 2) - 1,
      nearLine: true,
      singleAuthorRatio: WHOLE.filter(authors => authors.length === 1).length / WHOLE.length,
      scope: { basis: 'every artifact ever touched', inScope: WHOLE.length, outOfScope: 0 },
      knowledgeAtRisk: { groupSize: 3, authors: 28, groups: 1000, isExact: false, quantile95: 0.21, meanBeyond: 0.24 },
    },
  }
}

export function detail(component: string): Detail {
  const system = SYSTEM_LIST.find(candidate => candidate.component === component)
  const row = ROWS.find(candidate => candidate.component === component)
  if (!system || !row) throw new AppError('not-found', `There is no system "${component}" in this analysis.`)
  const curve = removalOf(system.authors, EMPLOYED)
  const top = [...artifactCounts(system.authors)]
    .toSorted((a, b) => b[1] - a[1])
    .slice(0, 8)
    .map(([person, artifacts]) => ({ personId: idOf(person), artifacts, share: artifacts / system.authors.length }))
  const { keeper, second, ...rest } = row
  return {
    row,
    names: NAMES,
    entry: {
      ...rest,
      keeper: keeper && { personId: keeper.personId, hold: keeper.hold, share: keeper.share },
      second: second && { personId: second.personId, share: second.share, furtherChanges: second.furtherChanges },
      regulated: component === 'ledger' ? true : null,
      core: row.criticality === 5,
      firstChange: row.lastChange === null ? null : '2023-02-06',
      absenceFactor: row.keepers === null ? null : row.keepers === 'one' ? 1 : 3,
      effortBasis: row.keepers === null ? null : '24 months',
      prunedTruckFactor: row.truckFactor,
      truckFactorMembers: [],
      currentTruckFactorMembers: [],
      coverageCurve: row.keepers === null ? null : curve.coverage,
      currentRemoval: row.keepers === null ? null : curve,
      initialImports: component === 'ledger' ? [{ personId: idOf(3), date: '2023-02-06', share: 0.34 }] : [],
      top,
      reasons: reasonsOf(row),
      counter:
        keeper === null
          ? []
          : [
              'A second author was added to 6 artifacts in the last 90 days.',
              `${second?.name ?? 'Somebody'} reviewed 41 of the last 60 changes; reviews do not make an author.`,
            ],
      wouldChange:
        keeper === null || second === null
          ? []
          : [
              `${second.furtherChanges ?? 0} further changes by ${second.name} to artifacts ${keeper.name} keeps alone.`,
              'Pairing on the ten artifacts changed most often.',
            ],
    },
  }
}

const reasonsOf = (row: Row): Detail['entry']['reasons'] =>
  row.keeper === null
    ? []
    : [
        {
          rule: 'Authored artifacts left without an author when they go',
          value: row.keeper.hold,
          threshold: 0.5,
          met: true,
          rows: row.contributions,
        },
        {
          rule: 'Their share of the effort in 24 months',
          value: row.keeper.share,
          threshold: 0.5,
          met: true,
          rows: Math.round(row.contributions * 0.6),
        },
        {
          rule: 'Nobody else did more than two thirds of theirs',
          value: 0.31,
          threshold: 0.667,
          met: true,
          rows: Math.round(row.contributions * 0.2),
        },
        { rule: 'Criticality, for it to matter', value: row.criticality, threshold: 4, met: row.matters, rows: 1 },
        { rule: 'Build pace against the median individual contributor', value: null, threshold: 1.25, met: null, rows: 0 },
      ]

const KINDS = ['commit', 'pull_request', 'documentation', 'fix', 'architecture'] as const
const TITLES = [
  'Split the write path',
  'Replay lag under load',
  'Retry with backoff',
  'Move rounding to the edge',
  'Rename columns of the journal',
  'Runbook for the night batch',
]

export function evidence({ component, person, page: number }: Input<'systems.evidence'>): Output<'systems.evidence'> {
  const system = SYSTEM_LIST.find(candidate => candidate.component === component)
  const total = Math.min(system?.contributions ?? 0, 640)
  const rows = Array.from({ length: system?.authors.length ? total : 0 }, (_, index) => {
    const author = system?.authors[(index * 7) % system.authors.length]?.[0] ?? 0
    const day = new Date(Date.UTC(2026, 10, 17) - index * 86_400_000 * 1.3).toISOString().slice(0, 10)
    return {
      contributionId: `${component}-${index}`,
      date: day,
      personId: idOf(author),
      person: NAMES[idOf(author)] ?? '',
      kind: KINDS[index % KINDS.length] ?? 'commit',
      component,
      artifact: `${component}/src/journal/part-${index % 40}.ts`,
      workItem: index % 3 === 0 ? `PAY-${4100 + index}` : null,
      title: TITLES[index % TITLES.length] ?? null,
      url: null,
      size: 10 + ((index * 37) % 400),
      change: index % 6 === 0 ? 'added' : null,
      file: index % 5 === 0 ? 'design-records.csv' : 'contributions-2026.csv',
      line: 1042 + index * 13,
    }
  })
  return page(
    rows.filter(row => person === null || row.personId === person),
    number,
  )
}

export function matrix({ components, people }: Input<'systems.matrix'>): Columns {
  const cells: { person: number; component: number; authored: number; effort: number; artifacts: number }[] = []
  const ids: number[] = []
  components.forEach((component, code) => {
    const system = SYSTEM_LIST.find(candidate => candidate.component === component)
    for (const [person, artifacts] of artifactCounts(system?.authors ?? [])) {
      if (!EMPLOYED.has(person)) continue
      if (!ids.includes(person)) ids.push(person)
      const share = artifacts / (system?.authors.length ?? 1)
      cells.push({
        person: ids.indexOf(person),
        component: code,
        authored: share,
        effort: person % 5 === 0 ? Number.NaN : Math.min(1, share * 0.9 + 0.02),
        artifacts,
      })
    }
  })
  const kept = cells.filter(cell => cell.person < people)
  return {
    rows: kept.length,
    arrays: {
      person: Int32Array.from(kept, cell => cell.person),
      component: Int32Array.from(kept, cell => cell.component),
      authored: Float64Array.from(kept, cell => cell.authored),
      effort: Float64Array.from(kept, cell => cell.effort),
      artifacts: Uint32Array.from(kept, cell => cell.artifacts),
    },
    dictionaries: { person: ids.map(idOf), personName: ids.map(index => PEOPLE[index]?.name ?? ''), component: [...components] },
  }
}

export function removal(component: string | null): Output<'systems.removal'> {
  const artifacts = component === null ? WHOLE : (SYSTEM_LIST.find(system => system.component === component)?.authors ?? [])
  return { curve: artifacts.length === 0 ? null : removalOf(artifacts, EMPLOYED), names: NAMES, line: 0.5 }
}

export function findPeople({ text, page: number }: Input<'people.find'>): Output<'people.find'> {
  const found = PEOPLE.filter(person => person.name.toLowerCase().includes(text.toLowerCase())).map(
    ({ personId, name, title, orgUnit, employed }) => ({
      personId,
      name,
      title,
      orgUnit,
      employed,
      keeps: ROWS.filter(row => row.keeper?.personId === personId).map(row => row.component),
    }),
  )
  return page(found, number)
}

export function leave({ people }: Input<'simulation.leave'>): Output<'simulation.leave'> {
  const gone = new Set(people.map(indexOf))
  const left = new Set([...EMPLOYED].filter(person => !gone.has(person)))
  const change = (artifacts: FakeSystem['authors']) => ({
    coverage: { before: coverageOf(artifacts, EMPLOYED), after: coverageOf(artifacts, left) },
    truckFactor: { before: truckFactorOf(artifacts, EMPLOYED), after: truckFactorOf(artifacts, left) },
  })
  const lost = (artifacts: FakeSystem['authors']) =>
    artifacts.filter(authors => authors.some(author => EMPLOYED.has(author)) && !authors.some(author => left.has(author))).length
  const components = SYSTEM_LIST.flatMap(system => {
    const artifactsLost = lost(system.authors)
    if (artifactsLost === 0) return []
    const [before, after] = [verdictOf(system, EMPLOYED), verdictOf(system, left)]
    const successors = [...artifactCounts(system.authors)]
      .filter(([person]) => left.has(person))
      .toSorted((a, b) => b[1] - a[1])
      .slice(0, 3)
      .map(([person, artifacts]) => ({
        personId: idOf(person),
        name: PEOPLE[person]?.name ?? '',
        knowledge: artifacts / system.authors.length,
        room: person % 4 === 0 ? null : ((person * 37) % 80) / 100,
        furtherChanges: 3 + (artifacts % 24),
      }))
    const first = successors[0]
    return [
      {
        component: system.component,
        criticality: system.criticality,
        before: before.keepers,
        after: after.keepers,
        ...change(system.authors),
        artifactsLost,
        authoredArtifacts: system.authors.length,
        keeperAfter: after.keeper && { personId: after.keeper.personId, name: NAMES[after.keeper.personId] ?? '' },
        successors,
        pairing: first
          ? `Pairing ${first.name} on the ${Math.min(artifactsLost, 24)} artifacts changed most often would restore ${Math.round((Math.min(artifactsLost, 24) / artifactsLost) * 100)} % of what is lost.`
          : null,
      },
    ]
  }).toSorted((a, b) => b.criticality - a.criticality || b.artifactsLost - a.artifactsLost)
  return { leavers: people.map(id => ({ personId: id, name: NAMES[id] ?? id })), ...change(WHOLE), artifactsLost: lost(WHOLE), components }
}

/** For scripts: the person who keeps most. */
export const someKeeper = () => ROWS.find(row => row.keeper !== null)?.keeper?.personId ?? idOf(0)
