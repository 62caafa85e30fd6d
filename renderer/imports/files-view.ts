/** What the window derives from an inspection: samples per field, what is still missing, and words for a dialect. */
import { formatList } from '../format.ts'
import { OUR_FIELDS } from './our-fields.ts'
import type { InputKind, Inspection } from './answers.ts'

const SAMPLES = 3

/** Up to three values of a column that are not blank. */
export function samplesOf(inspection: Pick<Inspection, 'headers' | 'sample'>, header: string | undefined): readonly string[] {
  const index = header === undefined ? -1 : inspection.headers.indexOf(header)
  if (index < 0) return []
  return inspection.sample
    .map(row => (row[index] ?? '').trim())
    .filter(value => value !== '')
    .slice(0, SAMPLES)
}

export const missingFields = (kind: InputKind, columns: Readonly<Record<string, string>>) =>
  OUR_FIELDS[kind].filter(({ field, must }) => must && columns[field] === undefined).map(({ field }) => field)

/** Why a file cannot go in as it stands; null when it can. */
export function blockerOf(file: Pick<Inspection, 'kind' | 'columns' | 'usable' | 'problems'>): string | null {
  if (file.kind === null) return 'Choose what kind of file it is.'
  const missing = missingFields(file.kind, file.columns)
  if (missing.length > 0) return `Choose a column for ${formatList(missing)}.`
  if (!file.usable) return file.problems.find(problem => problem.severity === 'fatal')?.message ?? 'It cannot be used as it is.'
  return null
}

/** Why the import cannot be started; null when it can. */
export function startBlocker(files: readonly Inspection[], checking: number): string | null {
  if (files.length === 0) return 'Choose files first.'
  if (checking > 0) return 'The columns are being looked at again.'
  const blocked = files.find(file => blockerOf(file) !== null)
  return blocked ? `${blocked.file}: ${blockerOf(blocked) ?? ''}` : null
}

const DELIMITERS: Readonly<Record<string, string>> = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'bar' }

export const dialectWords = ({ encoding, delimiter, headerLine }: NonNullable<Inspection['dialect']>) =>
  `${encoding.toUpperCase()} · separated by ${DELIMITERS[delimiter] ?? delimiter} · header on line ${headerLine}`

/** How sure the recognition is, in words: a figure would claim more than it knows. */
export function confidenceWords(confidence: number): string {
  if (confidence >= 0.9) return 'recognised by its headers'
  if (confidence >= 0.6) return 'probably, by its headers'
  if (confidence > 0) return 'a guess: please check'
  return 'not recognised'
}
