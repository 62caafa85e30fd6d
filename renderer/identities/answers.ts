/** What the host answers about who is who, by the names the screens use. */
import type { Output } from '../../src/contract/contract.ts'

export type Suggestion = Output<'identities.list'>['rows'][number]
export type IdentityCounts = Output<'identities.list'>['counts']
export type Candidate = Suggestion['a']
export type Bot = Output<'identities.bots'>['rows'][number]
