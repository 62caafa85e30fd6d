/** What the host answers about leaders, by the names the screens use. */
import type { Input, Output } from '../../src/contract/contract.ts'

export type LeadersAnswer = Output<'leaders.get'>
export type Leader = LeadersAnswer['rows'][number]
export type Behaviour = Leader['usesTools']
export type Rebuild = Leader['rebuild'][number]
export type RebuildVerdict = Rebuild['verdict']
export type LeadersShown = Input<'leaders.get'>['filter']['show']
