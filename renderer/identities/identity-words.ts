/** How people, pairs and bots are called, what a decision is called, and why there is nothing to decide. */
import { formatCount, formatPlural } from '../format.ts'
import type { Bot, Candidate, IdentityCounts, Suggestion } from './answers.ts'

export const pairKey = ({ a, b }: Pick<Suggestion, 'a' | 'b'>) => `${a.id}\n${b.id}`
export const candidateName = ({ name, id }: Pick<Candidate, 'name' | 'id'>) => name ?? id
export const botName = ({ name, key }: Pick<Bot, 'name' | 'key'>) => name ?? key

const pairNames = ({ a, b }: Pick<Suggestion, 'a' | 'b'>) => {
  const [first, second] = [candidateName(a), candidateName(b)]
  return first === second ? `${first} (${a.id}) and ${second} (${b.id})` : `${first} and ${second}`
}

/** What a message says once it is decided. */
export const decidedWords = (pair: Suggestion, same: boolean) => `${pairNames(pair)}: ${same ? 'the same person' : 'different people'}.`
export const botDecidedWords = (bot: Bot, isBot: boolean) => `${botName(bot)} is ${isBot ? 'a bot' : 'a person'}.`

/** `is marked [bot]` stands alone as a sentence. */
export const signSentence = (sign: string) => `${sign.charAt(0).toUpperCase()}${sign.slice(1)}`

export const contributionsWords = (count: number) => (count === 0 ? 'no contributions' : formatPlural(count, 'contribution'))

/** Why no pair is open. */
export function noPairsWords({ decided }: IdentityCounts, contributions: number): string {
  if (contributions === 0)
    return 'Pairs are found by the e-mails, logins and names that contributions carry, and none are imported. Bring in contributions to find people who go by two names.'
  if (decided > 0)
    return `Every pair is decided: ${formatCount(decided)}. New ones appear here when another file brings them, or when a decision is taken back.`
  return 'No two people have e-mails, logins or names so alike that they may be one. People whose id, e-mail or alias is the same were joined without asking.'
}
