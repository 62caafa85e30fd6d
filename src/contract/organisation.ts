/** The organisation as the window sees it: units, leaders and work with agents, and the contributions behind each figure. */
import { z } from 'zod'
import { agentsSchema, leaderSchema, qualitySchema, unitSchema } from './analysis-organisation.ts'
import { isoDateSchema } from './figures.ts'

const windowSchema = z.strictObject({ from: isoDateSchema, to: isoDateSchema }).nullable()

/** Units of a page: at two thousand of them no answer comes near what a window may be sent. */
export const UNITS_PAGE = 200

export const organisationSchema = z.strictObject({
  asOf: isoDateSchema.nullable(),
  window: windowSchema,
  total: z.int(),
  /** In the order of paths, each after those above it. */
  units: z.array(unitSchema).max(UNITS_PAGE),
  /** Units too small to be shown in this workspace; null where all are shown. */
  unitsLeftOut: z.int().nullable(),
  /** Figures on units that are missing or weaker than they could be. */
  quality: z.array(qualitySchema),
})

const behaviourSchema = leaderSchema.shape.usesTools.omit({ evidence: true })
const rebuildSchema = leaderSchema.shape.rebuild.element.omit({ evidence: true })

export const leaderRowSchema = z.strictObject({
  ...leaderSchema.omit({ usesTools: true, presentAtDecisions: true, pushesBack: true, rebuild: true, coreSystems: true }).shape,
  name: z.string(),
  title: z.string().nullable(),
  orgUnit: z.string().nullable(),
  usesTools: behaviourSchema,
  presentAtDecisions: behaviourSchema,
  pushesBack: behaviourSchema,
  /** Rows freshness was read from. */
  freshnessRows: z.int(),
  rebuild: z.array(rebuildSchema),
  /** Whether the flag for leaders at a distance is raised. */
  distant: z.boolean(),
})

export const LEADERS_PAGE = 50
/** `not_ready`: answers for a core system and would not be ready to rebuild it. */
export const LEADERS_SHOWN = ['all', 'distant', 'player_coach', 'not_ready'] as const

export const leadersFilterSchema = z.strictObject({ text: z.string().max(200), show: z.enum(LEADERS_SHOWN) })

export const leadersSchema = z.strictObject({
  window: windowSchema,
  /** Leaders of the whole organisation, by what they can be narrowed to. */
  counts: z.strictObject({ all: z.int(), distant: z.int(), player_coach: z.int(), not_ready: z.int() }),
  /** Core systems; where none is marked so, those that matter. */
  core: z.strictObject({ components: z.array(z.string()), isMarked: z.boolean() }),
  /** Leaders the filter selects. */
  total: z.int(),
  /** In the order of names. */
  rows: z.array(leaderRowSchema).max(LEADERS_PAGE),
  quality: z.array(qualitySchema),
})

export const SPEED_UNITS = 200
const speedSchema = agentsSchema.shape.speedWithoutEyes.unwrap().element
const reasonSchema = speedSchema.shape.reasons.element.omit({ evidence: true })

export const agentsAnswerSchema = z.strictObject({
  window: windowSchema,
  /** Null where nothing on record is agents' work. */
  agents: z
    .strictObject({
      ...agentsSchema.omit({ evidence: true, speedWithoutEyes: true }).shape,
      /** The first units it is raised for, and how many there are; null where the records do not tell. */
      speedWithoutEyes: z
        .array(z.strictObject({ ...speedSchema.shape, reasons: z.array(reasonSchema) }))
        .max(SPEED_UNITS)
        .nullable(),
      speedUnits: z.int().nullable(),
    })
    .nullable(),
  quality: z.array(qualitySchema),
})

const nameSchema = z.string().min(1).max(2000)

/** A figure that opens to contributions. */
export const figureSchema = z.discriminatedUnion('kind', [
  /** Coordination of a unit and those below it. */
  z.strictObject({ kind: z.literal('coordination'), unit: nameSchema, tie: z.enum(['loadBearing', 'optional', 'untold']) }),
  z.strictObject({
    kind: z.literal('behaviour'),
    leader: nameSchema,
    behaviour: z.enum(['usesTools', 'presentAtDecisions', 'pushesBack']),
  }),
  z.strictObject({ kind: z.literal('freshness'), leader: nameSchema }),
  z.strictObject({ kind: z.literal('rebuild'), leader: nameSchema, component: nameSchema }),
  z.strictObject({ kind: z.literal('agents') }),
  /** A reason for saying that a unit's speed outruns its reviews. */
  z.strictObject({ kind: z.literal('speed'), unit: nameSchema, reason: z.int().min(0).max(100) }),
])
