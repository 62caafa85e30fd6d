/** What the host answers about files and imports, by the names the screens use. */
import type { Event, Input, Output } from '../../src/contract/contract.ts'

export type Inspection = Output<'imports.inspect'>[number]
export type Mapping = Output<'profiles.get'>
export type InputKind = Mapping['kind']
export type Fix = NonNullable<Mapping['fixes']>[number]
export type DateColumn = Inspection['dates'][number]
export type ImportRequest = Input<'imports.start'>['files'][number]

export type Review = Output<'imports.review'>
export type CheckedFile = Review['files'][number]
export type ProblemGroup = CheckedFile['groups'][number]
export type WordUse = CheckedFile['words'][number]
export type ImportQuestion = Review['questions'][number]
export type ExaminedRows = Output<'imports.rows'>
export type ExaminedRow = ExaminedRows['rows'][number]
export type Change = Input<'imports.changes'>['change']
export type ChangedRows = Output<'imports.changes'>
export type ChangedRow = ChangedRows['rows'][number]

export type ImportEntry = Output<'imports.list'>['rows'][number]
export type ImportReport = Output<'imports.report'>
export type JobEnd = Event<'job.ended'>['data']
