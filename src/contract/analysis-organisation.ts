/** What `analysis.json` says of units, leaders, agents, fairness and the quality of its inputs. */
import { z } from 'zod'
import { BANDS, PATTERNS } from '../domain/flag.ts'
import { intervalSchema, isoDateSchema, shareSchema } from './figures.ts'

const boundSchema = z.strictObject({
  verdict: z.enum(['communication', 'compute', 'undecided']),
  /** How many times as much more is finished, over how many times as many more people: 1 is in step, 0 is nothing more. */
  elasticity: z.number().nullable(),
  elasticityInterval: intervalSchema.nullable(),
  /** Median of the other units at the same depth. */
  elasticityOfPeers: z.number().nullable(),
  /** Months the elasticity rests on, or would. */
  months: z.int(),
  /** Share of the working days of finished items in which the next person was awaited. */
  waitingShare: shareSchema.nullable(),
  handoffsPerItem: z.number().nullable(),
  /** Finished items of the window, shared out among units by effort. */
  items: z.number(),
  /** Items a full-time person and month. */
  finishedPerHead: z.number().nullable(),
  finishedPerHeadOfPeers: z.number().nullable(),
  peerUnits: z.int(),
  /** Sentences for the verdict and against it; where it is undecided, for communication and for compute. */
  evidence: z.array(z.string()),
  against: z.array(z.string()),
  /** What is too thin, or points neither way. */
  missing: z.array(z.string()),
})

const roleCompressionSchema = z.strictObject({
  rolesMerged: z.int(),
  roles: z.array(z.string()),
  /** Meeting hours a person and week, before the first and since the last merger. */
  meetingHoursBefore: z.number().nullable(),
  meetingHoursSince: z.number().nullable(),
  /** Since over before, less 1. */
  meetingHoursChange: z.number().nullable(),
  withoutCoordination: z.boolean().nullable(),
})

const signalCountsSchema = { build: z.int(), enable: z.int(), coordinate: z.int() }

const promotionSignalSchema = z.strictObject({
  promotions: z.int(),
  /** What those who were promoted had mostly done before. */
  ...signalCountsSchema,
  /** Promotions before which too little work is on record. */
  untold: z.int(),
  /** What people there mostly do now. */
  people: z.strictObject(signalCountsSchema),
  /** Median change of the share of hands-on effort, and over how many promotions. */
  handsOnChange: z.number().nullable(),
  followed: z.int(),
})

export const unitSchema = z.strictObject({
  unit: z.string(),
  people: z.int(),
  coordinationRatio: z.number().nullable(),
  /** People who mostly coordinate, and who mostly build or enable; governance apart. */
  coordinators: z.int().nullable(),
  crafters: z.int().nullable(),
  governance: z.int().nullable(),
  managers: z.int().nullable(),
  managerToCrafter: z.number().nullable(),
  span: z.number().nullable(),
  layers: z.int().nullable(),
  workToMeeting: z.number().nullable(),
  loadBearingHours: z.number().nullable(),
  optionalHours: z.number().nullable(),
  /** Tied to nothing on record, or to work that is still open: neither load-bearing nor optional is known of them. */
  untoldHours: z.number().nullable(),
  bound: boundSchema.nullable(),
  roleCompression: roleCompressionSchema.nullable(),
  promotionSignal: promotionSignalSchema.nullable(),
})

const evidenceSchema = {
  /** All rows behind the figure; `evidence` names at most 20 of them. */
  rows: z.int(),
  evidence: z.array(z.string()).max(20),
}

/** One behaviour of a leader: occasions it was seen in, out of those it could have been seen in. */
const behaviourSchema = z.strictObject({
  /** Held against the part of full time somebody works. */
  share: shareSchema.nullable(),
  seen: z.int(),
  of: z.int(),
  /** Of seen / of. */
  interval: intervalSchema.nullable(),
  /** Why it could not be told. */
  missing: z.string().nullable(),
  ...evidenceSchema,
})

export const leaderSchema = z.strictObject({
  personId: z.string(),
  why: z.array(z.enum(['reports', 'manager_track', 'accountable_for'])),
  reports: z.int(),
  peopleBelow: z.int(),
  accountableFor: z.array(z.string()),
  /** Systems the figures look at, and how it is known that they are theirs. */
  owned: z.array(z.string()),
  ownedBy: z.enum(['accountable_for', 'owner_unit', 'work_of_reports']).nullable(),
  /** When they came to the place they lead from. */
  since: isoDateSchema.nullable(),
  proximity: shareSchema.nullable(),
  usesTools: behaviourSchema,
  presentAtDecisions: behaviourSchema,
  pushesBack: behaviourSchema,
  freshness: shareSchema.nullable(),
  accountability: shareSchema.nullable(),
  accountableButDistant: shareSchema.nullable(),
  /** Share of what these figures rest on that was there. */
  coverage: shareSchema,
  playerCoach: z.boolean().nullable(),
  /** Hours of hands-on work per active week at full time, beside those of the median builder. */
  handsOn: z
    .strictObject({
      hours: z.number(),
      builderHours: z.number(),
      builders: z.int(),
      comparedWith: z.enum(['reports', 'unit', 'role_family', 'all']),
    })
    .nullable(),
  /** Core systems with any evidence, and those they answer for; of every other core system there is none. */
  rebuild: z.array(
    z.strictObject({
      component: z.string(),
      verdict: z.enum(['ready', 'rusty', 'no evidence']),
      author: z.boolean(),
      weeksSince: z.int().nullable(),
      phases: z.int(),
      /** Null where the system is not changed with agents. */
      agentPractice: z.boolean().nullable(),
      ...evidenceSchema,
    }),
  ),
  coreSystems: z.int(),
  lift: z
    .strictObject({
      /** Build hours a month and member, the unit's change less that of other units. */
      value: z.number(),
      interval: intervalSchema,
      change: z.number(),
      othersChange: z.number(),
      members: z.int(),
      units: z.int(),
      parallelTrends: z.boolean(),
    })
    .nullable(),
})

const agentCountsSchema = { people: z.int(), adopters: z.int(), integrated: z.int() }

const reasonOfUnitSchema = z.strictObject({
  measure: z.string(),
  words: z.string(),
  value: z.number().nullable(),
  threshold: z.number().nullable(),
  ...evidenceSchema,
})

const halfSchema = z.strictObject({
  output: z.int(),
  agentOutput: z.int(),
  /** Reviews and evaluations; those of a system several units work on are shared out. */
  eyes: z.number(),
  judged: z.int(),
  reverted: z.int(),
})

export const agentsSchema = z.strictObject({
  ...agentCountsSchema,
  /** Of the adopters, those with actions that a tool counted and no work of agents on record. */
  byActionsAlone: z.int(),
  adoption: shareSchema.nullable(),
  adoptionInterval: intervalSchema.nullable(),
  integration: shareSchema.nullable(),
  integrationInterval: intervalSchema.nullable(),
  /** Adoption less integration. */
  briefingGap: shareSchema.nullable(),
  briefingGapInterval: intervalSchema.nullable(),
  /** Weeks with work of agents, of all people together, and in how many of them each preparation was there. */
  agentWeeks: z.int(),
  briefedWeeks: z.int(),
  evaluatedWeeks: z.int(),
  configuredWeeks: z.int(),
  /** Share of the changes whose row says whether an agent made it. */
  coverage: shareSchema,
  missing: z.array(z.string()),
  ...evidenceSchema,
  units: z.array(z.strictObject({ unit: z.string(), ...agentCountsSchema })),
  /** Units it is raised for; null where the records do not tell. */
  speedWithoutEyes: z
    .array(
      z.strictObject({
        unit: z.string(),
        people: z.int(),
        band: z.enum(BANDS),
        steadiness: shareSchema,
        coverage: shareSchema,
        agentShareChange: z.number(),
        /** Reviews and evaluations per piece of work: over what it was before, less 1. */
        reviewsPerOutputChange: z.number().nullable(),
        revertsChange: z.number().nullable(),
        recent: halfSchema,
        earlier: halfSchema,
        reasons: z.array(reasonOfUnitSchema),
        counter: z.array(z.string()),
        wouldChange: z.array(z.string()),
      }),
    )
    .nullable(),
})

export const fairnessSchema = z.strictObject({
  attribute: z.string(),
  /** Null stands for all groups that are not shown. */
  group: z.string().nullable(),
  pattern: z.enum(PATTERNS),
  people: z.int().nullable(),
  flagged: z.int().nullable(),
  otherPeople: z.int().nullable(),
  otherFlagged: z.int().nullable(),
  /** The lower of the two shares flagged over the higher. */
  adverseImpactRatio: shareSchema.nullable(),
  /** Whether the flag is more or less frequent in the group than among the others. */
  direction: z.enum(['more', 'less', 'same']).nullable(),
  underFourFifths: z.boolean().nullable(),
  fisherP: shareSchema.nullable(),
  fisherMidP: shareSchema.nullable(),
  flipsWithin: z.int().nullable(),
  suppressed: z.boolean(),
})

/** A figure that is missing or weaker than it could be, what is missing, and what that costs. */
export const qualitySchema = z.strictObject({
  figure: z.string(),
  /** Share of its inputs that were there. */
  coverage: shareSchema,
  missing: z.array(z.string()),
  cost: z.string(),
})

export const explanationSchema = z.strictObject({
  figure: z.string(),
  formula: z.string(),
  source: z.string().nullable(),
  inputs: z.array(z.string()),
})

export const stabilitySchema = z.strictObject({ pattern: z.enum(PATTERNS), band: z.enum(BANDS), flags: z.int(), surviving: shareSchema })
