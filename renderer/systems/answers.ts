/** What the host answers about systems and people, by the names the screens use. */
import type { Output } from '../../src/contract/contract.ts'

export type SystemsSummary = Output<'systems.summary'>
export type SystemRow = Output<'systems.list'>['rows'][number]
export type SystemDetail = Output<'systems.get'>
export type Removal = Output<'systems.removal'>
export type EvidenceRow = Output<'systems.evidence'>['rows'][number]
export type Departure = Output<'simulation.leave'>
export type PersonFound = Output<'people.find'>['rows'][number]
