/**
 * The one boundary of the app: everything a window may ask, with the schema of what goes in and
 * what comes out, and everything it may be told. Both hosts carry exactly this list.
 */
import { z } from 'zod'
import { auditPageSchema } from './audit.ts'
import { fairnessAnswerSchema } from './fairness.ts'
import { botSchema, identityCountsSchema, suggestionSchema } from './identities.ts'
import { changedRowSchema, CHANGES_SHOWN, examinedRowSchema, importReviewSchema } from './import-review.ts'
import { importEntrySchema, importReportSchema, importRequestSchema, inspectionSchema, problemCountSchema } from './imports.ts'
import { mappingSchema, profileEntrySchema } from './mapping.ts'
import { methodAnswerSchema } from './method.ts'
import { agentsAnswerSchema, figureSchema, leadersFilterSchema, leadersSchema, organisationSchema } from './organisation.ts'
import { dataQualitySchema } from './quality.ts'
import {
  departureSchema,
  evidenceRowSchema,
  personFoundSchema,
  removalSchema,
  systemDetailSchema,
  systemRowSchema,
  systemsFilterSchema,
  systemsSortSchema,
  systemsSummarySchema,
} from './systems.ts'
import { patternSchema } from './analysis-people.ts'
import { profileSchema, promotionSchema, routingSchema } from './people.ts'
import { scopeSchema } from './scope.ts'
import { settingChangesSchema, settingsChangedSchema, settingsCountSchema, settingsSchema } from './settings.ts'
import { comparisonSchema, periodsListSchema } from './periods.ts'
import { isColumns, type Columns } from './wire.ts'
import { isoDateSchema } from './figures.ts'
import {
  appInfoSchema,
  handleSchema,
  jobEndSchema,
  jobProgressSchema,
  preferencesSchema,
  purposeSchema,
  recentSchema,
  workspaceStateSchema,
} from './workspace.ts'

const method = <I extends z.ZodType, O extends z.ZodType>(input: I, output: O) => ({ input, output })

const nothing = z.strictObject({})
const jobStarted = z.strictObject({ job: z.string() })
/** Pages hold 100 rows and are counted from 0. */
const page = z.int().min(0).max(1_000_000)
const paged = <T extends z.ZodType>(row: T) => z.strictObject({ total: z.int(), rows: z.array(row).max(100) })
const columns = z.custom<Columns>(isColumns)
const files = z.array(handleSchema).min(1).max(50)
const importRequests = z.array(importRequestSchema).min(1).max(50)
const profileNamed = z.strictObject({ name: z.string().trim().min(1).max(80) })
const personKey = z.string().min(1).max(400)
const personIds = z.array(z.string().min(1).max(400)).max(1000)

export const methods = {
  'app.info': method(nothing, appInfoSchema),
  'preferences.get': method(nothing, preferencesSchema),
  'preferences.set': method(preferencesSchema, preferencesSchema),

  'workspace.current': method(nothing, workspaceStateSchema.nullable()),
  'workspace.recent': method(nothing, z.array(recentSchema).max(100)),
  'workspace.create': method(z.strictObject({ name: z.string().trim().min(1).max(80) }), workspaceStateSchema),
  'workspace.open': method(
    z.union([z.strictObject({ recent: z.string() }), z.strictObject({ folder: handleSchema })]),
    workspaceStateSchema,
  ),
  /** Opens the sample organisation in a fresh workspace and starts importing it. */
  'workspace.sample': method(nothing, workspaceStateSchema),
  /** Puts the newest good backup in the place of a damaged file, which is kept aside. */
  'workspace.restore': method(
    z.union([z.strictObject({ recent: z.string() }), z.strictObject({ folder: handleSchema })]),
    workspaceStateSchema,
  ),
  'workspace.close': method(nothing, z.null()),
  /** People, or systems and units only: then nobody is named in any answer, and small units are left out. */
  'workspace.setScope': method(scopeSchema, workspaceStateSchema),
  'purpose.set': method(purposeSchema, workspaceStateSchema),

  /** Looks at the head of each file; reads nothing in. The newest saved profile that fits is applied. */
  'imports.inspect': method(z.strictObject({ files }), z.array(inspectionSchema)),
  /** Looks again, the file read as the mapping says. Columns left empty let the headers speak for themselves. */
  'imports.remap': method(importRequestSchema, inspectionSchema),
  /** Reads the files to their end and keeps nothing: `imports.review` says what an import would do. */
  'imports.check': method(z.strictObject({ files: importRequests }), jobStarted),
  /** Of the last check; throws `not-found` where there was none since the workspace changed. */
  'imports.review': method(nothing, importReviewSchema),
  /** Rows with a problem or a mend, in the order of lines, 20 a page; `group` narrows them to one kind of problem. */
  'imports.rows': method(
    z.strictObject({ handle: handleSchema, group: problemCountSchema.omit({ count: true }).nullable(), page }),
    z.strictObject({ total: z.int(), headers: z.array(z.string()), rows: z.array(examinedRowSchema).max(20) }),
  ),
  /** Rows that the checked files would change in the workspace. */
  'imports.changes': method(z.strictObject({ change: z.enum(CHANGES_SHOWN), page }), paged(changedRowSchema)),
  /** The rejected rows of a checked file with their line and reasons, as a CSV file in parts that are to be put together. */
  'imports.rejected': method(
    z.strictObject({ handle: handleSchema, part: page }),
    z.strictObject({ name: z.string(), text: z.string(), parts: z.int() }),
  ),
  /** Reads the files in as one batch, all or nothing, then analyses. Fails where a question of the review is open. */
  'imports.start': method(z.strictObject({ files: importRequests }), jobStarted),
  'imports.list': method(z.strictObject({ page }), paged(importEntrySchema)),
  'imports.report': method(z.strictObject({ import: z.string(), page }), importReportSchema),
  'imports.undo': method(z.strictObject({ import: z.string() }), workspaceStateSchema),
  'imports.redo': method(z.strictObject({ import: z.string() }), workspaceStateSchema),

  'profiles.list': method(nothing, z.array(profileEntrySchema).max(200)),
  'profiles.get': method(profileNamed, mappingSchema),
  /** Under a name that is taken, the former one is replaced. */
  'profiles.save': method(z.strictObject({ name: profileNamed.shape.name, mapping: mappingSchema }), profileEntrySchema),
  'profiles.remove': method(profileNamed, z.null()),
  /** As the JSON file that `--mapping` reads and `profiles.import` takes back. */
  'profiles.export': method(profileNamed, z.strictObject({ name: z.string(), text: z.string() })),
  'profiles.import': method(z.strictObject({ file: handleSchema }), z.array(profileEntrySchema).max(200)),

  /** People who may be one: open ones first. */
  'identities.list': method(z.strictObject({ page }), z.strictObject({ counts: identityCountsSchema, ...paged(suggestionSchema).shape })),
  /** The analysis follows by itself. */
  'identities.decide': method(z.strictObject({ a: personKey, b: personKey, same: z.boolean() }), suggestionSchema),
  'identities.bots': method(z.strictObject({ page }), paged(botSchema)),
  'identities.decideBot': method(z.strictObject({ key: personKey, bot: z.boolean() }), botSchema),
  /** Takes back what somebody decided about identities. */
  'identities.undo': method(z.strictObject({ decision: z.int() }), workspaceStateSchema),

  'quality.get': method(nothing, dataQualitySchema),

  'analysis.start': method(z.strictObject({ asOf: isoDateSchema.nullable() }), jobStarted),
  /** Every setting of the method, by group. */
  'settings.get': method(nothing, settingsSchema),
  /** Sets some, or puts them back to their defaults; results are stale until they are analysed again. */
  'settings.set': method(z.strictObject({ changes: settingChangesSchema }), settingsChangedSchema),
  /** Flags with these changes beside those of the result, without a new analysis where that can be. */
  'settings.count': method(z.strictObject({ changes: settingChangesSchema }), settingsCountSchema),

  /** How each figure is computed, in words. */
  'method.get': method(nothing, methodAnswerSchema),
  /** Throws `not-found` before the first analysis. */
  'fairness.get': method(nothing, fairnessAnswerSchema),
  /** What was done in this workspace, newest first, and whether the chain of entries is whole. */
  'audit.list': method(z.strictObject({ page }), auditPageSchema),

  /** Days that the records allow an analysis of, and what is computed of them. */
  'periods.list': method(nothing, periodsListSchema),
  /** Analyses as of these days by the settings of now; the analysis of the current day stays as it is. */
  'periods.compute': method(z.strictObject({ asOf: z.array(isoDateSchema).min(1).max(20) }), jobStarted),
  /** What is told otherwise of the later day, and why; throws `conflict` where one of them has to be computed first. A page of each list. */
  'periods.compare': method(z.strictObject({ from: isoDateSchema, to: isoDateSchema, page }), comparisonSchema),

  'jobs.cancel': method(z.strictObject({ job: z.string() }), z.null()),

  'systems.summary': method(nothing, systemsSummarySchema),
  'systems.list': method(z.strictObject({ filter: systemsFilterSchema, sort: systemsSortSchema, page }), paged(systemRowSchema)),
  'systems.get': method(z.strictObject({ component: z.string() }), systemDetailSchema),
  /** The contributions behind a system, newest first; `person` narrows them to one person's. */
  'systems.evidence': method(z.strictObject({ component: z.string(), person: z.string().nullable(), page }), paged(evidenceRowSchema)),
  /** Cells of the person x system matrix: person, component (codes), authored (share of artifacts), effort (share of 24 months), artifacts. */
  'systems.matrix': method(z.strictObject({ components: z.array(z.string()).max(60), people: z.int().min(1).max(200) }), columns),
  /** The removal curve of all systems, or of one. */
  'systems.removal': method(z.strictObject({ component: z.string().nullable() }), removalSchema),
  'people.find': method(z.strictObject({ text: z.string().max(200), page }), paged(personFoundSchema)),
  /** Everybody, one row a person, for a table that sorts and filters by itself; see people-columns.ts for the columns. */
  'people.table': method(nothing, columns),
  'people.get': method(z.strictObject({ person: z.string() }), profileSchema),
  /** The contributions of a person, newest first; `flag` narrows them to those behind one reason of one flag. */
  'people.evidence': method(
    z.strictObject({ person: z.string(), flag: z.strictObject({ pattern: patternSchema, reason: z.int().min(0) }).nullable(), page }),
    paged(evidenceRowSchema),
  ),
  'routing.get': method(nothing, routingSchema),
  /** Units with all their figures, 200 a page. */
  'organisation.get': method(z.strictObject({ page }), organisationSchema),
  /** The contributions behind a figure on a unit, a leader or agents, newest first. */
  'organisation.rows': method(z.strictObject({ figure: figureSchema, page }), paged(evidenceRowSchema)),
  /** Leaders in the order of names, 50 a page, with the core systems they are held against. */
  'leaders.get': method(z.strictObject({ filter: leadersFilterSchema, page }), leadersSchema),
  'agents.get': method(nothing, agentsAnswerSchema),
  /** What a promotion to coordination would cost, by what this organisation's own past moves cost; each person alone. */
  'simulation.promote': method(z.strictObject({ people: personIds.min(1) }), promotionSchema),
  'simulation.leave': method(z.strictObject({ people: personIds.min(1) }), departureSchema),
} as const

export const events = {
  'job.progress': jobProgressSchema,
  'job.ended': jobEndSchema,
  'workspace.changed': workspaceStateSchema.nullable(),
} as const

export type Method = keyof typeof methods
export type Input<M extends Method> = z.input<(typeof methods)[M]['input']>
export type ParsedInput<M extends Method> = z.output<(typeof methods)[M]['input']>
export type Output<M extends Method> = z.output<(typeof methods)[M]['output']>
export type EventName = keyof typeof events
export type Event<E extends EventName = EventName> = { [K in E]: { name: K; data: z.output<(typeof events)[K]> } }[E]

/** What the service implements: one async function per method, already given valid input. */
export type Handlers = { [M in Method]: (input: ParsedInput<M>) => Promise<Output<M>> }

export const isMethod = (name: string): name is Method => Object.hasOwn(methods, name)
