/** Rows of a contributions file: the one kind that comes by the million. Their texts are cut from the file's: whoever keeps one copies it. */
import type { EpochDay } from '../domain/calendar.ts'
import { componentOfPath } from '../domain/component.ts'
import { CHANGES, OUTCOMES } from '../domain/contribution.ts'
import type { ColumnOf, RowParser } from './accepted-row.ts'
import type { Column } from './column.ts'
import { AT_LEAST_ZERO, type RowReader } from './row-reader.ts'
import { CHANGE_WORDS, KIND_WORDS, OUTCOME_WORDS } from './vocabulary.ts'

export function contributionParser(reader: RowReader, columnOf: ColumnOf, today: EpochDay): RowParser {
  const [id, person, personName] = [columnOf('contribution_id'), columnOf('person'), columnOf('person_name')]
  const [occurredAt, kind, workItem] = [columnOf('occurred_at'), columnOf('kind'), columnOf('work_item')]
  const [component, artifact, previousArtifact] = [columnOf('component'), columnOf('artifact'), columnOf('previous_artifact')]
  const [title, url, hours, size] = [columnOf('title'), columnOf('url'), columnOf('hours'), columnOf('size')]
  const [added, deleted, change, outcome] = [columnOf('added'), columnOf('deleted'), columnOf('change'), columnOf('outcome')]
  const [participants, uses, agent] = [columnOf('participants'), columnOf('uses'), columnOf('agent')]
  const [endedAt, excluded] = [columnOf('ended_at'), columnOf('excluded')]
  return () => {
    if (reader.anyYes(excluded)) {
      reader.leaveOut(EXCLUDED, noWork)
      return null
    }
    const key = reader.text(person)
    const day = reader.dayUntil(occurredAt, today)
    const { instant } = reader
    const kindWord = reader.word(kind, KIND_WORDS)
    const artifactName = reader.text(artifact)
    const componentText = firstOf(reader.text(component))
    const row = {
      id: reader.text(id),
      person: key ?? '',
      personName: reader.text(personName),
      day: day ?? 0,
      instant,
      kind: kindWord ?? '',
      component: componentText ?? (artifactName === null ? null : componentOfPath(artifactName)),
      artifact: artifactName,
      previousArtifact: reader.text(previousArtifact),
      workItem: reader.text(workItem),
      title: reader.text(title),
      url: reader.text(url),
      size: readSize(reader, size, added, deleted),
      hours: reader.number(hours, AT_LEAST_ZERO) ?? hoursUntil(reader, endedAt, instant),
      change: reader.oneOf(change, CHANGES, CHANGE_WORDS),
      participants: reader.names(participants),
      uses: reader.names(uses),
      outcome: reader.oneOf(outcome, OUTCOMES, OUTCOME_WORDS),
      agent: reader.yesNo(agent),
    }
    return reader.hasFailed ? null : { kind: 'contributions', row }
  }
}

/** The code of entries that are no work. */
export const EXCLUDED = 'excluded'

const noWork = () =>
  'The entry is cancelled, private or lasts all day. It does not count as work and was left out. Where such entries are work, leave the field “excluded” without a column.'

/** The size itself, else what was added and deleted together, either of which may be blank. */
function readSize(reader: RowReader, size: Column, added: Column, deleted: Column): number | null {
  const [whole, more, less] = [
    reader.number(size, AT_LEAST_ZERO),
    reader.number(added, AT_LEAST_ZERO),
    reader.number(deleted, AT_LEAST_ZERO),
  ]
  return whole ?? (more === null && less === null ? null : (more ?? 0) + (less ?? 0))
}

/** Where a cell lists several systems, the first is the one the work is counted for. */
function firstOf(text: string | null): string | null {
  const end = text === null ? -1 : text.indexOf(';')
  return end < 0 ? text : text!.slice(0, end).trim()
}

function hoursUntil(reader: RowReader, endedAt: Column, startInstant: number): number | null {
  if (endedAt.index < 0 || reader.day(endedAt) === null) return null
  const hours = (reader.instant - startInstant) / 3600
  return hours > 0 && hours <= 24 ? hours : null
}
