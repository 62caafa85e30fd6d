/** Suggestions and programs as the window shows them: what the analysis found, with what was decided since. */
import type { Output } from '../contract/contract.ts'
import { foldKey } from '../ingest/identity-keys.ts'
import { pairKey } from '../ingest/said-pairs.ts'
import type { IdentityRecord, KnownBot } from './dataset/identity-record.ts'
import { rowsOfPerson } from './evidence.ts'
import type { BotDecision, IdentityDecisions, PairDecision } from './identity-decisions.ts'
import { placeOf } from './document-blocks.ts'
import type { LoadedAnalysis } from './loaded-analysis.ts'

type SuggestionEntry = Output<'identities.list'>['rows'][number]
type CandidateEntry = SuggestionEntry['a']
export type BotEntry = Output<'identities.bots'>['rows'][number]

/** Open ones first, the surest of them first; then the decided ones, the latest first. */
export function suggestionEntries(analysis: LoadedAnalysis | null, { pairs }: IdentityDecisions): SuggestionEntry[] {
  if (!analysis) return []
  const { suggestions } = analysis.identities
  const suggested = new Set(suggestions.map(({ a, b }) => pairKey(a, b)))
  const entry = (a: string, b: string, why: string): SuggestionEntry => ({
    a: candidateOf(analysis, a),
    b: candidateOf(analysis, b),
    why,
    decided: decidedPair(pairs.get(pairKey(a, b))),
  })
  const entries = [
    ...suggestions.map(({ a, b, why }) => entry(a, b, why)),
    ...[...pairs].flatMap(([key, { a, b }]) => (suggested.has(key) ? [] : [entry(a, b, 'Nothing but this decision says so.')])),
  ]
  const decided = entries.filter(each => each.decided !== null)
  return [
    ...entries.filter(each => each.decided === null),
    ...decided.toSorted((one, other) => other.decided!.decision - one.decided!.decision),
  ]
}

const decidedPair = (said: PairDecision | undefined) => (said ? { same: said.same, decision: said.decision } : null)
const decidedBot = (said: BotDecision | undefined) => (said ? { bot: said.bot, decision: said.decision } : null)

function candidateOf(analysis: LoadedAnalysis, id: string): CandidateEntry {
  const known = analysis.identities.candidates.get(id)
  if (known) return { ...known, keys: [...known.keys] }
  const place = placeOf(analysis.people, id)
  const person = place < 0 ? null : analysis.person(place).entry
  // Somebody who is in no import that counts has no contributions.
  return {
    id,
    name: person?.name ?? null,
    inHris: person?.inHris ?? false,
    keys: [],
    contributions: person ? rowsOfPerson(analysis, id).length : 0,
  }
}

/** Open suggestions to decide first, then by contributions. */
export function botEntries(analysis: LoadedAnalysis | null, { bots: said }: IdentityDecisions): BotEntry[] {
  if (!analysis) return []
  const known = analysis.identities.bots.flatMap((bot): BotEntry[] => {
    const decision = bot.keys.map(key => said.get(foldKey(key))).find(each => each !== undefined)
    // What only a decision made one is none any more without it, though the analysis has yet to follow.
    if (bot.sign === null && decision?.bot !== true) return []
    const { key, name, sign, contributions } = bot
    return [{ key: decision?.key ?? key, name, sign, contributions, decided: decidedBot(decision) }]
  })
  const keys = new Set(analysis.identities.bots.flatMap(bot => bot.keys.map(foldKey)))
  const others = [...said.values()].flatMap((decision): BotEntry[] => {
    if (keys.has(foldKey(decision.key))) return []
    const { id: key, name, contributions } = candidateOf(analysis, decision.key)
    return [{ key, name, sign: null, contributions, decided: decidedBot(decision) }]
  })
  const isOpen = ({ key, decided }: BotEntry) => decided === null && isOnlySuggested(analysis.identities, key)
  return [...known, ...others].toSorted(
    (a, b) => Number(isOpen(b)) - Number(isOpen(a)) || b.contributions - a.contributions || (a.key < b.key ? -1 : 1),
  )
}

const isOnlySuggested = ({ bots }: IdentityRecord, key: string) => bots.some((bot: KnownBot) => bot.key === key && !bot.isLeftOut)

/** Programs are those that are left out. */
export function identityCounts(
  suggestions: readonly SuggestionEntry[],
  bots: readonly BotEntry[],
  record: IdentityRecord | null,
): Output<'identities.list'>['counts'] {
  const open = suggestions.filter(({ decided }) => decided === null).length
  const isProgram = ({ key, decided }: BotEntry) => decided?.bot ?? (record !== null && !isOnlySuggested(record, key))
  return { open, decided: suggestions.length - open, bots: bots.filter(isProgram).length }
}
