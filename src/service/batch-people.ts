/** The people of the workspace before and after a batch of people files, with the answers the batch is read by written into it. */
import type { EpochDay } from '../domain/calendar.ts'
import type { PersonRow } from '../domain/person.ts'
import type { ImportId } from '../domain/identifiers.ts'
import type { ChangedIds, MissingPeople } from '../ingest/mapping-model.ts'
import type { FileReport } from '../ingest/read-file.ts'
import type { LiveRows } from '../store/live-rows.ts'
import type { ImportStaging } from '../store/staging.ts'
import { employedAmong, peopleOn } from './employed-people.ts'
import type { Batch } from './import-batch.ts'
import { answeredReportJson } from './import-report.ts'
import { answerAboutPeople, type PeopleAnswers, saidIn } from './people-answers.ts'

export interface BatchPeople extends PeopleAnswers {
  /** Everybody before and after, by id, as they are on the day of import. */
  readonly before: ReadonlyMap<string, PersonRow>
  readonly after: ReadonlyMap<string, PersonRow>
  /** How many were employed before; of them those in none of the files, and those who would leave. */
  readonly employed: number
  readonly notListed: readonly string[]
  readonly leaving: readonly string[]
  /** Former id -> the id of the same person now. */
  readonly changed: ReadonlyMap<string, string>
  /** All rows after the batch. */
  readonly rowsAfter: LiveRows
}

interface PeopleImport {
  readonly id: ImportId
  readonly report: FileReport
}

/** Null where no people file has gone into the staging. `rowsBefore` were read before the batch. */
export function settlePeople(batch: Batch, rowsBefore: LiveRows, staging: ImportStaging, today: EpochDay): BatchPeople | null {
  const imports = batch.files.flatMap(({ report, import: id }) => (report.kind === 'people' && id !== null ? [{ id, report }] : []))
  if (imports.length === 0) return null
  const mappings = imports.map(({ report }) => report.mapping)
  const before = peopleOn(rowsBefore, today)
  const employed = [...employedAmong(before, today).keys()]
  const isOther = [...saidIn(mappings, 'changedIds')].join() === 'other'
  const assume = (missingPeople: MissingPeople) => rowsWith(staging, imports, { missingPeople, changedIds: isOther ? 'other' : 'same' })

  const staying = stateAfter(assume('keep'), before, employed, today)
  const notListed = employed.filter(id => !batch.contents.people.has(staying.changed.get(id) ?? id))
  const left = notListed.length === 0 ? staying : stateAfter(assume('left'), before, employed, today)
  const answers = answerAboutPeople(
    {
      people: before.size,
      employed: employed.length,
      notListed: notListed.length,
      leaving: { left: left.leaving.length, keep: staying.leaving.length },
      changed: staying.changed.size,
    },
    mappings,
  )
  const { missingPeople, changedIds } = answers
  writeAnswers(staging, imports, { ...(missingPeople ? { missingPeople } : {}), ...(changedIds ? { changedIds } : {}) })
  const state = missingPeople === 'left' ? left : staying
  return { ...answers, ...state, before, employed: employed.length, notListed }
}

interface Answers {
  readonly missingPeople?: MissingPeople
  readonly changedIds?: ChangedIds
}

function writeAnswers(staging: ImportStaging, imports: readonly PeopleImport[], answers: Answers): void {
  for (const { id, report } of imports) staging.reviseReport(id, answeredReportJson(report, answers))
}

function rowsWith(staging: ImportStaging, imports: readonly PeopleImport[], answers: Answers): LiveRows {
  writeAnswers(staging, imports, answers)
  return staging.liveRows()
}

function stateAfter(rowsAfter: LiveRows, before: ReadonlyMap<string, PersonRow>, employed: readonly string[], today: EpochDay) {
  const after = peopleOn(rowsAfter, today)
  const changed = changedAmong(before, after)
  const stillEmployed = employedAmong(after, today)
  const leaving = employed.filter(id => !stillEmployed.has(changed.get(id) ?? id))
  return { rowsAfter, after, changed, leaving }
}

/** Ids that are gone: who had one has another now, and the former among the aliases. */
function changedAmong(before: ReadonlyMap<string, PersonRow>, after: ReadonlyMap<string, PersonRow>): Map<string, string> {
  const gone = new Set([...before.keys()].filter(id => !after.has(id)))
  if (gone.size === 0) return new Map()
  return new Map(
    [...after.values()].flatMap(({ personId, aliases }) => aliases.filter(id => gone.has(id)).map(id => [id, personId] as const)),
  )
}
