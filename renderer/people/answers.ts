/** What the host answers about people, by the names the screens use. */
import type { Output } from '../../src/contract/contract.ts'

export type Profile = Output<'people.get'>
export type PersonEntry = Profile['person']
export type Flag = PersonEntry['flags'][number]
export type Reason = Flag['reasons'][number]
export type Pattern = Flag['pattern']
export type Band = Flag['band']
export type ModeHours = Profile['months'][number]['hours']
export type Mode = keyof ModeHours
export type Move = NonNullable<PersonEntry['move']>
export type Leverage = NonNullable<PersonEntry['leverage']>
export type EvidenceRow = Output<'people.evidence'>['rows'][number]
export type Routing = Output<'routing.get'>
export type RoutingEntry = Routing['misrouted'][number]
