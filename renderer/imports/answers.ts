/** What the host answers about files and imports, by the names the screens use. */
import type { Input, Output } from '../../src/contract/contract.ts'

export type Inspection = Output<'imports.inspect'>[number]
export type InputKind = Input<'imports.columns'>['kind']
export type ImportEntry = Output<'imports.list'>['rows'][number]
export type ImportReport = Output<'imports.report'>
