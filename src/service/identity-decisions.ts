/** What people decided about identities: of each pair and each key the last word counts. */
import { foldKey } from '../ingest/identity-keys.ts'
import type { SaidIdentities } from '../ingest/identity.ts'
import { pairKey } from '../ingest/said-pairs.ts'
import type { Decision } from '../store/review.ts'

export const SAME_PERSON = 'same-person'
export const DIFFERENT_PEOPLE = 'different-people'
export const BOT = 'bot'
export const NOT_A_BOT = 'not-a-bot'

export interface PairDecision {
  readonly decision: number
  readonly a: string
  readonly b: string
  readonly same: boolean
}

export interface BotDecision {
  readonly decision: number
  readonly key: string
  readonly bot: boolean
}

export interface IdentityDecisions {
  /** By `pairKey`. */
  readonly pairs: ReadonlyMap<string, PairDecision>
  /** By folded key. */
  readonly bots: ReadonlyMap<string, BotDecision>
}

export function identityDecisions(decisions: readonly Decision[]): IdentityDecisions {
  const pairs = new Map<string, PairDecision>()
  const bots = new Map<string, BotDecision>()
  for (const { id: decision, kind, detail, undone } of decisions) {
    if (undone) continue
    switch (kind) {
      case SAME_PERSON:
      case DIFFERENT_PEOPLE: {
        const { a, b } = detail as { a: string; b: string } // written by the handlers
        pairs.set(pairKey(a, b), { decision, a, b, same: kind === SAME_PERSON })
        break
      }
      case BOT:
      case NOT_A_BOT: {
        const { key } = detail as { key: string } // written by the handlers
        bots.set(foldKey(key), { decision, key, bot: kind === BOT })
        break
      }
    }
  }
  return { pairs, bots }
}

export const isAboutIdentities = ({ kind }: Decision) => [SAME_PERSON, DIFFERENT_PEOPLE, BOT, NOT_A_BOT].includes(kind)

/** In an order that does not depend on when it was said: the same words give the same analysis. */
export function saidIdentities({ pairs, bots }: IdentityDecisions): Required<SaidIdentities> {
  const inOrder = <Value>(map: ReadonlyMap<string, Value>) => [...map].toSorted(([a], [b]) => (a < b ? -1 : 1))
  const pairsThat = (same: boolean) =>
    inOrder(pairs).flatMap(([, pair]) => (pair.same === same ? [[pair.a, pair.b].toSorted() as [string, string]] : []))
  const keysThat = (bot: boolean) => inOrder(bots).flatMap(([key, said]) => (said.bot === bot ? [key] : []))
  return { merges: pairsThat(true), different: pairsThat(false), bots: keysThat(true), people: keysThat(false) }
}
