/** What the host answers about units and work with agents, by the names the screens use. */
import type { Input, Output } from '../../src/contract/contract.ts'

export type OrganisationAnswer = Output<'organisation.get'>
export type Unit = OrganisationAnswer['units'][number]
export type Bound = NonNullable<Unit['bound']>
export type QualityNote = OrganisationAnswer['quality'][number]
export type AgentsAnswer = Output<'agents.get'>
export type Agents = NonNullable<AgentsAnswer['agents']>
export type SpeedUnit = NonNullable<Agents['speedWithoutEyes']>[number]
export type Figure = Input<'organisation.rows'>['figure']
export type Tie = Extract<Figure, { kind: 'coordination' }>['tie']
