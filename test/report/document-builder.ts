/** Builds invented analyses for the tests of the writers. Nobody and nothing in them exists. */
import type { AnalysisDocument, ComponentEntry, PersonEntry } from '../../src/contract/analysis.ts'

type Input = AnalysisDocument['inputs'][number]
type Flag = PersonEntry['flags'][number]

export function componentOf(component: string, changes: Partial<ComponentEntry> = {}): ComponentEntry {
  return {
    component,
    criticality: 3,
    criticalityAssumed: false,
    ownerUnit: null,
    regulated: null,
    core: null,
    matters: false,
    artifacts: 24,
    authoredArtifacts: 24,
    contributions: 180,
    firstChange: '2023-02-06',
    lastChange: '2026-08-20',
    truckFactor: 3,
    currentTruckFactor: 3,
    prunedTruckFactor: 3,
    truckFactorMembers: ['E1004', 'E1007', 'E1011'],
    currentTruckFactorMembers: ['E1004', 'E1007', 'E1011'],
    coverageCurve: [1, 0.8, 0.6, 0.4],
    currentRemoval: { removed: ['E1004', 'E1007', 'E1011'], coverage: [1, 0.8, 0.6, 0.4] },
    nearLine: false,
    effectiveContributors: 4.2,
    absenceFactor: 2,
    keepers: 'several',
    keeper: null,
    second: null,
    reasons: [],
    counter: [],
    wouldChange: [],
    effortBasis: '24 months',
    exposure: 0,
    initialImports: [],
    top: [{ personId: 'E1004', artifacts: 9, share: 0.375 }],
    ...changes,
  }
}

export function personOf(personId: string, name: string | null, changes: Partial<PersonEntry> = {}): PersonEntry {
  return {
    personId,
    name,
    inHris: true,
    employed: true,
    orgUnit: 'Product/Payments',
    title: 'Software Engineer',
    track: 'ic',
    roleFamily: 'engineering',
    managerId: null,
    modes: { build: 0.62, enable: 0.18, decide: 0.08, coordinate: 0.12, govern: 0 },
    effortHours: 1420.5,
    observedWeeks: 44,
    buildPace: { value: 21.4, percentile: 0.71, shown: 0.66, cohort: 'engineering', members: 12 },
    workToMeeting: 4.1,
    exposure: 0,
    keeps: [],
    scores: { builder: null, enabler: null, coordination: null, systemsThinker: null },
    leverage: null,
    move: null,
    systemsThinker: null,
    network: null,
    flags: [],
    notEnough: [],
    ...changes,
  }
}

export const inputOf = (file: string, kind: Input['kind'], accepted: number, rejected = 0, duplicates = 0): Input => ({
  file,
  kind,
  sha256: 'ab12cd34'.repeat(8),
  rows: accepted + rejected + duplicates,
  accepted,
  rejected,
  duplicates,
})

export const flagOf = (pattern: Flag['pattern'], band: Flag['band'], changes: Partial<Flag> = {}): Flag => ({
  pattern,
  band,
  steadiness: 0.94,
  coverage: 0.86,
  reasons: [
    { measure: 'hold', value: 0.79, percentile: null, cohort: null, rows: 412, evidence: ['c-1', 'c-2'] },
    { measure: 'build_pace', value: 31.2, percentile: 0.92, cohort: 'engineering, level 5 to 6', rows: 96, evidence: ['c-3'] },
  ],
  counter: ['Two second authors since March'],
  wouldChange: ['14 further changes by somebody else'],
  routes: [],
  ...changes,
})

const ledger = componentOf('ledger-core', {
  criticality: 5,
  ownerUnit: 'Product/Payments',
  regulated: true,
  core: true,
  matters: true,
  artifacts: 57,
  authoredArtifacts: 52,
  contributions: 1204,
  truckFactor: 2,
  currentTruckFactor: 1,
  prunedTruckFactor: 1,
  coverageCurve: [1, 0.63, 0.2],
  currentRemoval: { removed: ['E1003', 'E1007', 'E1011'], coverage: [0.912281, 0.192982, 0.12, 0] },
  nearLine: false,
  effectiveContributors: 1.4,
  absenceFactor: 1,
  keepers: 'one',
  keeper: { personId: 'E1003', hold: 0.788462, share: 0.84 },
  second: { personId: 'E1007', share: 0.09, furtherChanges: 14 },
  reasons: [
    { rule: 'artifacts without an author once the keeper is away', value: 0.788462, threshold: 0.5, met: true, rows: 1204 },
    { rule: 'effort of the next person over that of the keeper', value: 0.107143, threshold: 0.666667, met: true, rows: 96 },
  ],
  counter: ['Mei Tanaka became an author of 3 artifacts in the last 90 days.'],
  wouldChange: ['14 changes by Mei Tanaka to the artifacts she has worked on.'],
  exposure: 0.788462,
  initialImports: [{ personId: 'E1003', date: '2023-03-01', share: 0.41 }],
})

const WITHOUT_ARTIFACTS: Partial<ComponentEntry> = {
  artifacts: 0,
  authoredArtifacts: 0,
  truckFactor: null,
  currentTruckFactor: null,
  prunedTruckFactor: null,
  truckFactorMembers: [],
  currentTruckFactorMembers: null,
  coverageCurve: null,
  currentRemoval: null,
  nearLine: null,
  top: [],
}

const edge = componentOf('edge-runtime', {
  criticality: 4,
  matters: true,
  ...WITHOUT_ARTIFACTS,
  contributions: 96,
  keepers: 'one',
  keeper: { personId: 'E1009', hold: 0.66, share: 0.66 },
  second: null,
  effortBasis: 'whole history',
  exposure: 0.528,
})

const batch = componentOf('night-batch', {
  criticality: 4,
  criticalityAssumed: false,
  ownerUnit: 'Platform',
  matters: true,
  artifacts: 31,
  authoredArtifacts: 30,
  currentTruckFactor: 0,
  currentRemoval: { removed: [], coverage: [0.290323] },
  keepers: 'none',
  second: { personId: 'E1004', share: 0.08, furtherChanges: 31 },
  exposure: 0,
  lastChange: '2025-01-17',
  top: [
    { personId: 'E0907', artifacts: 19, share: 0.612903 },
    { personId: 'E1004', artifacts: 6, share: 0.193548 },
  ],
})

/** A company of twelve with one system kept by one person, one kept by nobody, and a purpose. No pattern is computed. */
export function documentOf(changes: Partial<AnalysisDocument> = {}): AnalysisDocument {
  return {
    schema: 'switchyard-analysis-1',
    asOf: '2026-08-31',
    window: { from: '2025-09-01', to: '2026-08-31' },
    method: { version: '1', settings: { authorShare: 0.75, windowMonths: 12 } },
    purpose: { purpose: 'Succession plan 2027 for the payment systems', legalBasis: 'works agreement 14', noticeDate: '2026-05-04' },
    inputs: [
      inputOf('people.csv', 'people', 12, 1),
      inputOf('contributions-2023-to-2026.csv', 'contributions', 8_412, 9, 131),
      inputOf('components.csv', 'components', 5),
    ],
    identity: {
      peopleInHris: 12,
      peopleOutside: 3,
      joinedContributions: 0.962,
      bots: [{ key: 'dependabot[bot]', sign: 'is marked [bot]', contributions: 240 }],
      unresolvedManagers: [{ code: 'manager-not-found', personIds: ['E1004', 'E1009'], reference: 'P-77' }],
      unknownKinds: [{ kind: 'standup', contributions: 61 }],
    },
    people: [
      personOf('E0907', 'Ruth Adebayo', { employed: false, modes: null, orgUnit: 'Platform' }),
      personOf('E1003', 'Ines Marchetti', {
        title: 'Staff Engineer',
        exposure: 0.788462,
        keeps: [{ component: 'ledger-core', hold: 0.788462, share: 0.84, matters: true }],
      }),
      personOf('E1004', 'Tomas Brandt'),
      personOf('E1007', 'Mei Tanaka'),
      personOf('E1009', 'Tomas Brandt', {
        orgUnit: null,
        title: null,
        exposure: 0.528,
        keeps: [{ component: 'edge-runtime', hold: 0.66, share: 0.66, matters: true }],
      }),
      personOf('E1011', 'Oyelaran Silva', { modes: { build: 0.1, enable: 0.2, decide: 0.1, coordinate: 0.6, govern: 0 } }),
      personOf('sam@contractor.example', null, { inHris: false, employed: null, orgUnit: null, title: null, exposure: null }),
    ],
    components: [
      componentOf('billing-ui'),
      batch,
      edge,
      ledger,
      componentOf('intranet', {
        keepers: 'one',
        keeper: { personId: 'E1004', hold: 0.875, share: 0.95 },
        criticality: 1,
        exposure: 0.175,
      }),
      componentOf('wiki', {
        ...WITHOUT_ARTIFACTS,
        keepers: null,
        exposure: null,
        criticalityAssumed: true,
        contributions: 3,
        effectiveContributors: null,
        absenceFactor: null,
        effortBasis: null,
        lastChange: null,
        firstChange: null,
      }),
    ],
    whole: {
      artifacts: 1204,
      truckFactor: 4,
      currentTruckFactor: 2,
      prunedTruckFactor: 3,
      truckFactorMembers: ['E0907', 'E1003', 'E1004', 'E1007'],
      currentTruckFactorMembers: ['E1003', 'E1004'],
      coverageCurve: [1, 0.81, 0.7, 0.55, 0.48],
      currentRemoval: { removed: ['E1003', 'E1004', 'E1007', 'E1011'], coverage: [0.84, 0.6, 0.487, 0.31, 0.12] },
      nearLine: true,
      singleAuthorRatio: 0.623754,
      scope: { basis: 'artifacts file', inScope: 1204, outOfScope: 310 },
      knowledgeAtRisk: null,
    },
    units: [],
    leaders: [],
    agents: null,
    fairness: [],
    stability: [],
    quality: [
      {
        figure: 'authorship',
        coverage: 0.5,
        missing: ['contributions.change', 'contributions.previous_artifact'],
        cost: 'The first change of an artifact counts as the adding of it. A renamed artifact is a new one.',
      },
      { figure: 'effort', coverage: 0.75, missing: ['meetings.focus_hours'], cost: 'A week is taken as 40 hours x fte less meetings' },
      {
        figure: 'truck_factor',
        coverage: 0.75,
        missing: ['contributions.change'],
        cost: 'The first change of an artifact counts as the adding of it.',
      },
      { figure: 'modes', coverage: 1, missing: [], cost: '' },
    ],
    explanations: [
      {
        figure: 'exposure',
        formula: 'criticality / 5 x hold',
        source: null,
        inputs: ['components.criticality', 'contributions.artifact'],
      },
    ],
    ...changes,
  }
}
