/** What the host answers about the data, by the names the screens use. */
import type { Output } from '../../src/contract/contract.ts'

export type Quality = Output<'quality.get'>
export type QualityColumn = Quality['columns'][number]
export type Join = Quality['join']
export type Span = Quality['spans'][number]
export type InputKind = QualityColumn['kind']
