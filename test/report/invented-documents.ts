/** Documents at the edges: everything computed, next to nothing known, very many systems. */
import { PURPOSE_NOT_RECORDED, type AnalysisDocument, type PersonEntry } from '../../src/contract/analysis.ts'
import { componentOf, documentOf, flagOf, inputOf, personOf } from './document-builder.ts'

/** Everything a later version computes is there as well. */
const behaviourOf = (seen: number, of: number): AnalysisDocument['leaders'][number]['usesTools'] => ({
  share: of === 0 ? 0 : seen / of,
  seen,
  of,
  interval: { low: 0, high: 0.3 },
  missing: null,
  rows: of,
  evidence: ['c-1'],
})

export function richDocument(): AnalysisDocument {
  const plain = documentOf()
  const flagged: Readonly<Record<string, Partial<PersonEntry>>> = {
    E1003: { flags: [flagOf('builder_trap', 'strong')] },
    E1007: {
      flags: [
        flagOf('misrouted_systems_thinker', 'likely', {
          steadiness: null,
          reasons: [
            {
              measure: 'hands_on_ratio',
              words: 'Hands-on work per active week is 31 % of what it was before the move.',
              value: 0.31,
              threshold: 0.5,
              percentile: 0.08,
              cohort: 'engineering',
              rows: 58,
              evidence: [],
            },
          ],
          routes: ['architect', 'back to building'],
        }),
      ],
    },
    E1011: { notEnough: [{ pattern: 'enabler_trap', missing: ['contributions.uses', 'people.comp_ratio'] }] },
  }
  return {
    ...plain,
    people: plain.people.map(person => ({ ...person, ...flagged[person.personId] })),
    whole: {
      ...plain.whole,
      nearLine: false,
      knowledgeAtRisk: { groupSize: 2, authors: 21, groups: 210, isExact: true, quantile95: 0.41, meanBeyond: 0.47 },
    },
    units: [
      {
        unit: 'Product/Payments',
        people: 8,
        coordinationRatio: 0.4,
        coordinators: 2,
        crafters: 5,
        governance: 0,
        managers: 1,
        managerToCrafter: 0.14,
        span: 7,
        layers: 2,
        workToMeeting: 3.6,
        loadBearingHours: 410,
        optionalHours: 690,
        untoldHours: 120,
        bound: {
          verdict: 'communication',
          elasticity: 0.1,
          elasticityInterval: { low: -0.2, high: 0.4 },
          elasticityOfPeers: 0.9,
          months: 22,
          waitingShare: 0.6,
          handoffsPerItem: 2.1,
          items: 84,
          finishedPerHead: 1.2,
          finishedPerHeadOfPeers: 1.1,
          peerUnits: 4,
          evidence: ['60 % of the working days of 84 finished items went by until the next person took it up.'],
          against: ['1.2 items a person and month were finished; the median of 4 units beside it is 1.1.'],
          missing: ['An item changed hands 2.1 times on average (84 items).'],
        },
        roleCompression: {
          rolesMerged: 1,
          roles: ['testing'],
          meetingHoursBefore: 7,
          meetingHoursSince: 8.4,
          meetingHoursChange: 0.2,
          withoutCoordination: true,
        },
        promotionSignal: {
          promotions: 4,
          build: 1,
          enable: 0,
          coordinate: 3,
          untold: 0,
          people: { build: 5, enable: 1, coordinate: 2 },
          handsOnChange: -0.3,
          followed: 4,
        },
      },
    ],
    leaders: [
      {
        personId: 'E1011',
        why: ['reports', 'manager_track', 'accountable_for'],
        reports: 6,
        peopleBelow: 7,
        accountableFor: ['ledger-core', 'ai'],
        owned: ['ledger-core'],
        ownedBy: 'accountable_for',
        since: '2024-02-01',
        proximity: 0.22,
        usesTools: behaviourOf(2, 26),
        presentAtDecisions: behaviourOf(3, 24),
        pushesBack: { ...behaviourOf(0, 0), share: null, interval: null, missing: 'contributions.outcome: of reviews on their systems' },
        freshness: 0.25,
        accountability: 1,
        accountableButDistant: 0.78,
        coverage: 0.8,
        playerCoach: false,
        handsOn: { hours: 3.1, builderHours: 22.4, builders: 5, comparedWith: 'reports' },
        rebuild: [
          {
            component: 'ledger-core',
            verdict: 'rusty',
            author: true,
            weeksSince: 61,
            phases: 1,
            agentPractice: null,
            rows: 14,
            evidence: ['c-1'],
          },
        ],
        coreSystems: 4,
        lift: {
          value: -1.2,
          interval: { low: -9, high: 6.6 },
          change: -0.4,
          othersChange: 0.8,
          members: 5,
          units: 7,
          parallelTrends: true,
        },
      },
    ],
    agents: {
      people: 50,
      adopters: 38,
      byActionsAlone: 6,
      integrated: 7,
      adoption: 0.76,
      adoptionInterval: { low: 0.626, high: 0.857 },
      integration: 0.14,
      integrationInterval: { low: 0.07, high: 0.262 },
      briefingGap: 0.62,
      briefingGapInterval: { low: 0.482, high: 0.741 },
      agentWeeks: 640,
      briefedWeeks: 180,
      evaluatedWeeks: 90,
      configuredWeeks: 320,
      coverage: 0.9,
      missing: ['contributions.agent'],
      rows: 2100,
      evidence: ['c-2'],
      units: [{ unit: 'Product/Payments', people: 8, adopters: 7, integrated: 1 }],
      speedWithoutEyes: [
        {
          unit: 'Product/Payments',
          people: 8,
          band: 'likely',
          steadiness: 0.97,
          coverage: 1,
          agentShareChange: 0.31,
          reviewsPerOutputChange: -0.55,
          revertsChange: null,
          recent: { output: 420, agentOutput: 190, eyes: 80.5, judged: 0, reverted: 0 },
          earlier: { output: 300, agentOutput: 40, eyes: 128, judged: 0, reverted: 0 },
          reasons: [
            {
              measure: 'eyes_ratio',
              words: 'Reviews and evaluations per piece of work are at 45 % of what they were.',
              value: 0.45,
              threshold: 0.7,
              rows: 81,
              evidence: ['c-3'],
            },
          ],
          counter: ['The counts say that it happened together, not that agents are why.'],
          wouldChange: ['126 reviews or evaluations in the last 26 weeks would end it (now 80.5).'],
        },
      ],
    },
    fairness: [
      {
        attribute: 'gender',
        group: 'women',
        pattern: 'builder_trap',
        people: 90,
        flagged: 9,
        otherPeople: 110,
        otherFlagged: 3,
        adverseImpactRatio: 0.272727,
        direction: 'more',
        underFourFifths: true,
        fisherP: 0.0366,
        fisherMidP: 0.0268,
        flipsWithin: 4,
        suppressed: false,
      },
      {
        attribute: 'gender',
        group: null,
        pattern: 'builder_trap',
        people: null,
        flagged: null,
        otherPeople: null,
        otherFlagged: null,
        adverseImpactRatio: null,
        direction: null,
        underFourFifths: null,
        fisherP: null,
        fisherMidP: null,
        flipsWithin: null,
        suppressed: true,
      },
    ],
  }
}

const EMPTY_WHOLE: AnalysisDocument['whole'] = {
  artifacts: 0,
  truckFactor: null,
  currentTruckFactor: null,
  prunedTruckFactor: null,
  truckFactorMembers: [],
  currentTruckFactorMembers: null,
  coverageCurve: null,
  currentRemoval: null,
  nearLine: null,
  singleAuthorRatio: null,
  scope: { basis: 'every artifact ever touched', inScope: 0, outOfScope: 0 },
  knowledgeAtRisk: null,
}

const NO_IDENTITY: AnalysisDocument['identity'] = {
  peopleInHris: 0,
  peopleOutside: 0,
  joinedContributions: null,
  bots: [],
  unresolvedManagers: [],
  unknownKinds: [],
}

/** A people file and nothing else: no system, no date. */
export const peopleOnlyDocument = () =>
  documentOf({
    asOf: null,
    window: null,
    purpose: { purpose: PURPOSE_NOT_RECORDED, legalBasis: null, noticeDate: null },
    inputs: [inputOf('people.csv', 'people', 2)],
    identity: { ...NO_IDENTITY, peopleInHris: 2, joinedContributions: 0 },
    people: [personOf('E1', null, { modes: null, exposure: null }), personOf('E2', null, { modes: null, exposure: null })],
    components: [],
    whole: EMPTY_WHOLE,
    quality: [],
    explanations: [],
  })

/** Contributions and nothing else: nobody's employment is known. */
export function contributionsOnlyDocument(): AnalysisDocument {
  const plain = documentOf()
  const stranger = (id: string, name: string) =>
    personOf(id, name, { inHris: false, employed: null, orgUnit: null, title: null, track: null, roleFamily: null })
  return {
    ...plain,
    purpose: { purpose: PURPOSE_NOT_RECORDED, legalBasis: null, noticeDate: null },
    inputs: [inputOf('log.csv', 'contributions', 902)],
    identity: { ...NO_IDENTITY, peopleOutside: 2 },
    people: [stranger('ines@example.com', 'Ines Marchetti'), stranger('mei@example.com', 'Mei Tanaka')],
    components: [
      componentOf('(root)', {
        criticalityAssumed: true,
        artifacts: 7,
        authoredArtifacts: 7,
        keepers: 'one',
        keeper: { personId: 'mei@example.com', hold: 1, share: 1 },
        exposure: 0.6,
        currentTruckFactor: null,
        currentTruckFactorMembers: null,
        currentRemoval: null,
      }),
    ],
    whole: {
      ...EMPTY_WHOLE,
      artifacts: 7,
      truckFactor: 1,
      prunedTruckFactor: 1,
      truckFactorMembers: ['mei@example.com'],
      coverageCurve: [1, 0],
      nearLine: false,
      singleAuthorRatio: 1,
      scope: { basis: 'every artifact ever touched', inScope: 7, outOfScope: 0 },
    },
    quality: [],
  }
}

export const emptyDocument = () => documentOf({ ...peopleOnlyDocument(), inputs: [], identity: NO_IDENTITY, people: [] })

/** Forty systems, each kept by one person. */
export function wideDocument(): AnalysisDocument {
  const left = { removed: [], coverage: [0.25] }
  const systems = Array.from({ length: 40 }, (_, index) =>
    componentOf(`system-${String(index).padStart(2, '0')}`, {
      criticality: 5,
      matters: true,
      keepers: index % 2 === 0 ? 'one' : 'none',
      keeper: index % 2 === 0 ? { personId: 'E1003', hold: 0.625, share: 0.7 } : null,
      exposure: index % 2 === 0 ? 0.625 : 0,
      ...(index % 2 === 0 ? {} : { currentTruckFactor: 0, currentTruckFactorMembers: [], currentRemoval: left }),
    }),
  )
  return documentOf({ components: systems })
}
