/** The steps of an import, and what keeps a file or a step from going on. */
import { formatList } from '../format.ts'
import type { ImportStep } from '../navigation/address.ts'
import { OUR_FIELDS } from './our-fields.ts'
import type { CheckedFile, ImportQuestion, Inspection, Review } from './answers.ts'

interface StepWords {
  readonly step: ImportStep
  /** In the row of steps. */
  readonly name: string
  /** On the screen itself. */
  readonly title: string
}

export const STEPS: readonly StepWords[] = [
  { step: 'file', name: 'File', title: 'Files to import' },
  { step: 'columns', name: 'Columns', title: 'Columns' },
  { step: 'problems', name: 'Fix problems', title: 'Fix problems' },
  { step: 'review', name: 'Review changes', title: 'Review changes' },
]

export function missingFields({ kind, mapping }: Pick<Inspection, 'kind' | 'mapping'>): readonly string[] {
  if (kind === null || mapping === null) return []
  return OUR_FIELDS[kind]
    .filter(({ field, must }) => must && !mapping.columns[field] && !mapping.constants?.[field] && !mapping.joined?.[field])
    .map(({ field }) => field)
}

/** Why a file cannot go in as it stands; null when it can. */
export function blockerOf(file: Inspection): string | null {
  const fatal = file.problems.find(problem => problem.severity === 'fatal')
  // Without headers there is nothing to map: the file itself is the matter.
  if (!file.usable && file.headers.length === 0) return fatal?.message ?? 'It cannot be used as it is.'
  if (file.kind === null) return 'Choose what kind of file it is.'
  const missing = missingFields(file)
  if (missing.length > 0) return `Choose a column for ${formatList(missing)}.`
  const asked = file.dates.find(({ question, field }) => question !== null && isMust(file, field))
  if (!file.usable && asked) return `Say how the dates in ${asked.header} are written.`
  return file.usable ? null : (fatal?.message ?? 'It cannot be used as it is.')
}

const isMust = ({ kind }: Inspection, field: string) => kind !== null && OUR_FIELDS[kind].some(known => known.field === field && known.must)

/** True where nothing that is said about the file could make it usable. */
export const isHopeless = (file: Inspection) => !file.usable && file.headers.length === 0

export interface Blocked {
  readonly because: string
  /** Where it is put right. */
  readonly step: ImportStep
  /** Counted from 0. */
  readonly file: number
}

/** What keeps a step from being entered; null when nothing does. */
export function stepBlocked(step: ImportStep, files: readonly Inspection[]): Blocked | null {
  if (step === 'file') return null
  if (files.length === 0) return { because: 'Choose files first.', step: 'file', file: 0 }
  const unknown = files.findIndex(file => file.kind === null || isHopeless(file))
  if (unknown >= 0) return blockedBy(files, unknown, 'file')
  if (step === 'columns') return null
  const blocked = files.findIndex(file => blockerOf(file) !== null)
  return blocked >= 0 ? blockedBy(files, blocked, 'columns') : null
}

const blockedBy = (files: readonly Inspection[], file: number, step: ImportStep): Blocked => {
  const blocked = files[file]! // found by its index
  const because = isHopeless(blocked) ? `${blocked.file} cannot be used: take it away.` : `${blocked.file}: ${blockerOf(blocked) ?? ''}`
  return { because, step, file }
}

interface ImportReadiness {
  readonly files: readonly Inspection[]
  /** Null while it is not of these very files. */
  readonly review: Review | null
  readonly looking: boolean
  readonly starting: boolean
  /** Another job is under way. */
  readonly busy: boolean
}

/** Why the import cannot be started; null when it can. */
export function importBlocker({ files, review, looking, starting, busy }: ImportReadiness): string | null {
  if (starting) return 'It is being started.'
  const blocked = stepBlocked('review', files)
  if (blocked) return blocked.because
  if (looking) return 'A file is being looked at again.'
  if (review === null) return 'The files are not checked yet.'
  const [question] = review.questions
  if (question) return `Answer first: ${QUESTION_TITLE[question.part].toLowerCase()}`
  if (!anyRowReads(review.files)) return 'No row would go in. Fix problems first.'
  return busy ? 'Another job is under way: wait for it, or cancel it.' : null
}

export const QUESTION_TITLE: Readonly<Record<ImportQuestion['part'], string>> = {
  missingPeople: 'What became of the people who are not listed?',
  changedIds: 'Are people with a new id the same people?',
}

export const totalsOf = (files: readonly Pick<CheckedFile, 'rows' | 'accepted' | 'rejected' | 'duplicates' | 'warnings'>[]) => ({
  rows: sum(files.map(file => file.rows)),
  accepted: sum(files.map(file => file.accepted)),
  rejected: sum(files.map(file => file.rejected)),
  duplicates: sum(files.map(file => file.duplicates)),
  warnings: sum(files.map(file => file.warnings)),
})

/** Rows that are there already say something too: whom the file still lists, and so whom it does not. */
export function anyRowReads(files: Parameters<typeof totalsOf>[0]): boolean {
  const { accepted, duplicates } = totalsOf(files)
  return accepted + duplicates > 0
}

const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0)
