/** The live imports of people: which day each speaks of, and what its mapping says of people it does not list or lists under another id. */
import { type EpochDay, parseIsoMoment } from '../domain/calendar.ts'
import type { PersonRow } from '../domain/person.ts'
import { grouped } from './grouped.ts'
import { type ImportRecord, reportField } from './import-record.ts'
import type { ImportedRow } from './row-table.ts'

export interface PeopleFile {
  readonly sequence: number
  /** The day its rows hold on: the one its mapping states, else the day of the import. */
  readonly day: EpochDay
  /** Its rows say from when they hold, so that they have become job events when it was read. */
  readonly isDated: boolean
  readonly rows: readonly PersonRow[]
}

/** Files of one command: together they list the people. */
export interface PeopleBatch {
  readonly files: readonly PeopleFile[]
  /** The newest day of its files. */
  readonly day: EpochDay
  /** Those who are not listed have left. */
  readonly endsMissing: boolean
  /** An e-mail that comes back under another id is the same person's. */
  readonly followsIds: boolean
}

interface Said {
  readonly effectiveDate: string
  readonly isDatedByColumn: boolean
  readonly missingPeople: unknown
  readonly changedIds: unknown
}

/** In the order of the imports. */
export function peopleBatches(imports: readonly ImportRecord[], rows: readonly ImportedRow<PersonRow>[]): PeopleBatch[] {
  const rowsOf = grouped(rows, ({ sequence }) => sequence)
  const live = imports.filter(({ kind, undone }) => kind === 'people' && !undone)
  return [...grouped(live, ({ batch }) => batch).values()].map(batch => {
    const said = batch.map(saidOf)
    const files = batch.map(({ sequence, importedOn }, index): PeopleFile => {
      const { effectiveDate, isDatedByColumn } = said[index]!
      return {
        sequence,
        day: parseIsoMoment(effectiveDate)?.day ?? importedOn,
        isDated: isDatedByColumn || effectiveDate !== '',
        rows: (rowsOf.get(sequence) ?? []).map(({ row }) => row),
      }
    })
    return {
      files,
      day: Math.max(...files.map(({ day }) => day)),
      endsMissing: said.some(({ missingPeople }) => missingPeople === 'left'),
      followsIds: said.some(({ changedIds }) => changedIds === 'same'),
    }
  })
}

function saidOf({ report }: ImportRecord): Said {
  const mapping = fieldsOf(reportField(report, 'mapping'))
  const effectiveDate = fieldsOf(mapping.get('constants')).get('effective_date')
  return {
    effectiveDate: typeof effectiveDate === 'string' ? effectiveDate : '',
    isDatedByColumn: fieldsOf(mapping.get('columns')).has('effective_date'),
    missingPeople: mapping.get('missingPeople'),
    changedIds: mapping.get('changedIds'),
  }
}

const fieldsOf = (value: unknown) => new Map<string, unknown>(value !== null && typeof value === 'object' ? Object.entries(value) : [])
