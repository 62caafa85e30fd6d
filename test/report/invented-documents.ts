/** Documents at the edges: everything computed, next to nothing known, very many systems. */
import { PURPOSE_NOT_RECORDED, type AnalysisDocument, type PersonEntry } from '../../src/contract/analysis.ts'
import { componentOf, documentOf, flagOf, inputOf, personOf } from './document-builder.ts'

/** Everything a later version computes is there as well. */
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
    whole: { ...plain.whole, nearLine: false, knowledgeAtRisk: { groupSize: 2, quantile95: 0.41, meanBeyond: 0.47 } },
    units: [
      {
        unit: 'Product/Payments',
        people: 8,
        coordinationRatio: 0.4,
        governance: 0,
        managers: 1,
        managerToCrafter: 0.14,
        span: 7,
        layers: 2,
        workToMeeting: 3.6,
        loadBearingHours: 410,
        optionalHours: 690,
        bound: { verdict: 'communication', elasticity: 0.4, waitingShare: 0.6, handoffsPerItem: 2.1, evidence: [], against: [] },
        roleCompression: null,
        promotionSignal: null,
      },
    ],
    leaders: [
      {
        personId: 'E1011',
        accountableFor: ['ledger-core', 'ai'],
        proximity: 0.22,
        usesTools: 0.1,
        presentAtDecisions: 0.3,
        pushesBack: null,
        freshness: 0.25,
        accountableButDistant: 0.78,
        playerCoach: false,
        rebuild: [],
        lift: null,
      },
    ],
    agents: { adoption: 0.76, integration: 0.14, briefingGap: 0.62, speedWithoutEyes: null },
    fairness: [
      {
        attribute: 'gender',
        group: 'women',
        pattern: 'builder_trap',
        people: null,
        flagged: null,
        adverseImpactRatio: null,
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
