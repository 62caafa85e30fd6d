/** The body of a job that analyses as of several days, one after the other, and keeps what a comparison needs of each. */
import type { SettingChanges } from '../analysis/method-changes.ts'
import { METHOD_VERSION } from '../analysis/settings.ts'
import { AppError } from '../contract/wire.ts'
import { type EpochDay, isoDate } from '../domain/calendar.ts'
import type { SaidIdentities } from '../ingest/identity.ts'
import { DATA, openBeside } from '../store/database-file.ts'
import { readPeriod, type StoredPeriod } from '../store/period.ts'
import { stagePeriods, type StagedResult, type StagingTicket } from '../store/staging.ts'
import { ruleDigest } from './analysis-basis.ts'
import { toDocument } from './analysis-document.ts'
import { analysed, type Live, readLive } from './analysis-job.ts'
import { datasetDigest, inputCounts } from './dataset/dataset-digest.ts'
import type { JobTools } from './job-tools.ts'
import { aboutPeriod, packRecord, type PeriodRecord, periodRecord, unpackRecord } from './period-record.ts'

export interface PeriodsRequest {
  readonly kind: 'periods'
  readonly ticket: StagingTicket
  readonly days: readonly EpochDay[]
  readonly settings: SettingChanges
  readonly said: SaidIdentities
  /** Names the state of the data that is read. */
  readonly live: string
}

export interface PeriodsResult {
  readonly kind: 'periods'
  readonly staged: StagedResult
}

export async function runPeriods(request: PeriodsRequest, tools: JobTools): Promise<PeriodsResult> {
  const { ticket, days } = request
  const formers = await readFormers(ticket.directory, days, tools)
  const periods: StoredPeriod[] = []
  for (const [place, asOf] of days.entries()) {
    const toldTools = { ...tools, onProgress: inTurn(tools, asOf, place, days.length) }
    const live = await readLive(ticket.directory, asOf, tools)
    periods.push(await periodOf(request, asOf, formers[place] ?? null, live, toldTools))
  }
  return { kind: 'periods', staged: await stagePeriods(ticket, periods, { sqlite: tools.sqlite, now: tools.now }) }
}

/** What was told of the day is kept while it differs in its data or its rule, so that a comparison can tell which of the two it was. */
async function periodOf(
  request: PeriodsRequest,
  asOf: EpochDay,
  stored: StoredPeriod | null,
  live: Live,
  tools: JobTools,
): Promise<StoredPeriod> {
  const { settings } = request
  const record = await recordAsOf(request, asOf, settings, live, tools)
  const head = {
    asOf,
    live: request.live,
    rule: record.rule,
    computedAt: tools.now().toISOString(),
    about: aboutPeriod(record),
    record: packRecord(record),
  }
  if (stored === null) return { ...head, former: null, formerRule: null }
  const told = unpackRecord(stored.record)
  const [otherData, otherRule] = [told.data.digest !== record.data.digest, told.rule !== record.rule]
  if (!otherData && !otherRule) return { ...head, former: stored.former, formerRule: stored.formerRule }
  const canSeparate = otherData && otherRule && told.method.version === METHOD_VERSION
  const formerRule = canSeparate ? packRecord(await recordAsOf(request, asOf, told.changes, live, tools)) : null
  return { ...head, former: stored.record, formerRule }
}

/** A function of its own, so that what an analysis held is let go of before the next. */
async function recordAsOf(
  { ticket, said }: PeriodsRequest,
  asOf: EpochDay,
  changes: SettingChanges,
  live: Live,
  tools: JobTools,
): Promise<PeriodRecord> {
  const { assembled, analysis } = await analysed({ ticket, said, basis: { asOf, settings: changes } }, live, tools)
  const { dataset } = assembled
  if (dataset.contributions.length === 0 && dataset.meetings.length === 0)
    throw new AppError(
      'bad-input',
      `No record is dated ${isoDate(asOf)} or earlier, so nothing can be told of that day. Choose a later one.`,
    )
  const document = toDocument(analysis, assembled, live.imports, { evidenceIds: () => [], fairness: [], changes })
  const { offsets } = analysis.evidence.byPerson
  return periodRecord(document, {
    asOf,
    data: { digest: datasetDigest(dataset), counts: inputCounts(dataset) },
    changes,
    rule: ruleDigest(changes),
    plansKnown: !assembled.isLookBack,
    contributionsOf: place => offsets[place + 1]! - offsets[place]!,
  })
}

async function readFormers(directory: string, days: readonly EpochDay[], { sqlite }: JobTools): Promise<(StoredPeriod | null)[]> {
  const data = await openBeside(directory, DATA, { sqlite })
  try {
    return days.map(asOf => readPeriod(data, asOf))
  } finally {
    data.close()
  }
}

function inTurn(tools: JobTools, asOf: EpochDay, place: number, days: number): JobTools['onProgress'] {
  const turn = days === 1 ? '' : ` (${place + 1} of ${days})`
  return ({ stage, done, rows }) =>
    tools.onProgress({ stage: `As of ${isoDate(asOf)}${turn}: ${stage}`, done: done === null ? null : (place + done) / days, rows })
}
