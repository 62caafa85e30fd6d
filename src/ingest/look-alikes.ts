/** People who may be one: suggested for somebody to decide, never merged. */
import { compareText } from '../domain/identifiers.ts'

export interface Suggestion {
  /** Ids of two people, the smaller first. */
  readonly a: string
  readonly b: string
  readonly why: string
}

export interface LookAlike {
  readonly id: string
  readonly inHris: boolean
  /** E-mails and logins. */
  readonly keys: readonly string[]
  readonly names: readonly string[]
}

const GENERIC_LOCAL_PARTS = new Set(['info', 'mail', 'contact', 'hello', 'admin', 'office', 'github', 'developer', 'support'])

interface Sign {
  readonly why: string
  readonly valuesOf: (person: LookAlike) => readonly string[]
}

const SIGNS: readonly Sign[] = [
  {
    why: 'The names are the same.',
    valuesOf: ({ names }) => names.map(name => name.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase()),
  },
  { why: 'The names differ only in accents, punctuation or order.', valuesOf: ({ names }) => names.map(nameLetters) },
  { why: 'The logins differ only in case.', valuesOf: ({ keys }) => keys.filter(key => !key.includes('@')).map(key => key.toLowerCase()) },
  { why: 'The e-mails are the same before the @.', valuesOf: ({ keys }) => keys.filter(key => key.includes('@')).map(localPart) },
  { why: 'A login is the part of an e-mail before the @.', valuesOf: ({ keys }) => keys.map(localPart) },
]

/** Pairs of which at least one is outside the HRIS export, sorted; each pair once, with its first sign. */
export function lookAlikes(people: readonly LookAlike[]): Suggestion[] {
  const found = new Map<string, Suggestion>()
  for (const { why, valuesOf } of SIGNS) {
    const byValue = new Map<string, LookAlike[]>()
    for (const person of people) {
      for (const value of new Set(valuesOf(person))) {
        if (value.length < 4 || GENERIC_LOCAL_PARTS.has(value)) continue
        const alike = byValue.get(value)
        if (alike) alike.push(person)
        else byValue.set(value, [person])
      }
    }
    for (const alike of byValue.values()) suggestPairs(alike, why, found)
  }
  return [...found.values()].sort((x, y) => compareText(x.a, y.a) || compareText(x.b, y.b))
}

const HRIS_CANDIDATES = 3

/** Each stranger beside the HRIS people of the group, or the first stranger: a group of n gives about n pairs, not n²/2. */
function suggestPairs(alike: readonly LookAlike[], why: string, found: Map<string, Suggestion>): void {
  const sorted = [...alike].sort((x, y) => compareText(x.id, y.id))
  const inHris = sorted.filter(each => each.inHris).slice(0, HRIS_CANDIDATES)
  const targets = inHris.length > 0 ? inHris : sorted.slice(0, 1)
  for (const stranger of sorted.filter(each => !each.inHris)) {
    for (const target of targets) {
      if (target.id === stranger.id) continue
      const [a, b] = compareText(target.id, stranger.id) < 0 ? [target.id, stranger.id] : [stranger.id, target.id]
      const pair = JSON.stringify([a, b])
      if (!found.has(pair)) found.set(pair, { a, b, why })
    }
  }
}

/** `Müller, Ann-Kathrin` and `ann kathrin muller` are one. */
function nameLetters(name: string): string {
  const words = name
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
  return words
    .filter(word => word !== '')
    .sort()
    .join(' ')
}

function localPart(key: string): string {
  const local = key.toLowerCase().split('@', 1)[0]!
  return local.replace(/^\d+\+/, '').replace(/\+.*$/, '')
}
