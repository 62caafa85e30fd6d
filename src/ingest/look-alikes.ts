/** People who may be one: suggested for somebody to decide, never merged. */
import { compareText } from '../domain/identifiers.ts'
import { isPlaceholder } from '../domain/placeholder.ts'
import { isOneSlip, isShortFor, longName, nameLetters, shareWord, spelledOut, withoutOneLetter } from './name-likeness.ts'

export interface LookAlikePair {
  /** Ids of two people, the smaller first. */
  readonly a: string
  readonly b: string
  /** A sentence. */
  readonly why: string
  /** 0 is the surest. */
  readonly doubt: number
}

export interface LookAlike {
  readonly id: string
  readonly inHris: boolean
  /** The e-mail of the people file; null for others. */
  readonly email: string | null
  /** E-mails and logins. */
  readonly keys: readonly string[]
  readonly names: readonly string[]
}

const GENERIC_LOCAL_PARTS = new Set(['info', 'mail', 'contact', 'hello', 'admin', 'office', 'github', 'developer', 'support'])

/** A value that so many bear tells nobody from another. */
const COMMON = 20
/** Of people who bear one value so many are held against each. */
const TARGETS = 3

type Words = readonly [doubt: number, why: string]

interface Sign {
  readonly valuesOf: (person: LookAlike) => readonly string[]
  readonly wordsFor: (a: LookAlike, b: LookAlike) => Words
  /** Two people of the people file may be one by this sign alone. */
  readonly withinHris?: boolean
}

const said =
  (doubt: number, why: string): Sign['wordsFor'] =>
  () => [doubt, why]

const SIGNS: readonly Sign[] = [
  {
    valuesOf: ({ email }) => (email === null ? [] : [email.trim().toLowerCase()]),
    wordsFor: said(0, 'The people file has the same e-mail under both ids.'),
    withinHris: true,
  },
  {
    valuesOf: ({ names }) => names.map(name => name.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase()),
    wordsFor: said(1, 'The names are the same.'),
  },
  { valuesOf: ({ names }) => names.map(nameLetters), wordsFor: said(2, 'The names differ only in accents, punctuation or order.') },
  {
    valuesOf: ({ keys }) => keys.filter(key => !key.includes('@')).map(key => key.toLowerCase()),
    wordsFor: said(3, 'The logins differ only in case.'),
  },
  {
    valuesOf: ({ keys }) => keys.filter(key => key.includes('@')).map(localPart),
    wordsFor: sameLocalPart('The e-mails are the same before the @'),
  },
  {
    valuesOf: ({ names }) => names.map(spelledOut),
    wordsFor: said(5, 'The names have the same letters, written apart or with umlauts spelled out.'),
  },
  { valuesOf: ({ keys }) => keys.map(localPart), wordsFor: sameLocalPart('A login is the part of an e-mail before the @') },
]

function sameLocalPart(why: string): Sign['wordsFor'] {
  return ({ names }, { names: others }) => {
    const some = (fit: (a: string, b: string) => boolean) => names.some(name => others.some(other => fit(name, other)))
    if (some(isShortFor)) return [4, `${why}, and one name may be short for the other.`]
    if (names.length === 0 || others.length === 0) return [6, `${why}.`]
    return some(shareWord) ? [6, `${why}, and the names have a word in common.`] : [8, `${why}, although the names differ.`]
  }
}

/** Each pair once, with its surest sign; the surest first. People of the people file are paired by e-mail only. */
export function lookAlikes(people: readonly LookAlike[]): LookAlikePair[] {
  const found = new Map<string, LookAlikePair>()
  for (const sign of SIGNS) {
    const byValue = new Map<string, LookAlike[]>()
    for (const person of people) {
      for (const value of new Set(sign.valuesOf(person))) {
        if (value.length < 4 || GENERIC_LOCAL_PARTS.has(value) || isPlaceholder(value)) continue
        const alike = byValue.get(value)
        if (alike) alike.push(person)
        else byValue.set(value, [person])
      }
    }
    for (const alike of byValue.values()) if (alike.length <= COMMON) suggestPairs(alike, sign, found)
  }
  suggestSlips(people, found)
  return [...found.values()].sort((x, y) => x.doubt - y.doubt || compareText(x.a, y.a) || compareText(x.b, y.b))
}

/** Each stranger beside the HRIS people of the group, or the first stranger: a group of n gives about n pairs, not n²/2. */
function suggestPairs(alike: readonly LookAlike[], { wordsFor, withinHris = false }: Sign, found: Map<string, LookAlikePair>): void {
  const sorted = [...alike].sort((x, y) => compareText(x.id, y.id))
  const inHris = sorted.filter(each => each.inHris).slice(0, TARGETS)
  const targets = inHris.length > 0 ? inHris : sorted.slice(0, 1)
  for (const one of withinHris ? sorted : sorted.filter(each => !each.inHris))
    for (const target of targets) note(found, one, target, wordsFor)
}

function note(found: Map<string, LookAlikePair>, one: LookAlike, other: LookAlike, wordsFor: Sign['wordsFor']): void {
  if (one.id === other.id) return
  const [a, b] = compareText(one.id, other.id) < 0 ? [one, other] : [other, one]
  const pair = JSON.stringify([a.id, b.id])
  const [doubt, why] = wordsFor(a, b)
  const former = found.get(pair)
  if (!former || doubt < former.doubt) found.set(pair, { a: a.id, b: b.id, why, doubt })
}

interface Named {
  readonly person: LookAlike
  readonly words: readonly [first: string, last: string]
}

const slip = said(7, 'The names differ by one letter.')

/** A slip is in one word of two, so the other tells whom to hold against whom: never everybody against everybody. */
function suggestSlips(people: readonly LookAlike[], found: Map<string, LookAlikePair>): void {
  const named = people.flatMap(person =>
    person.names.flatMap((name): Named[] => {
      const words = longName(name)
      return words ? [{ person, words }] : []
    }),
  )
  named.sort((x, y) => compareText(x.words.join(' '), y.words.join(' ')) || compareText(x.person.id, y.person.id))
  for (const [same, other] of [
    [0, 1],
    [1, 0],
  ] as const) {
    const groups = new Map<string, Named[]>()
    for (const one of named) {
      const group = groups.get(one.words[same])
      if (group) group.push(one)
      else groups.set(one.words[same], [one])
    }
    for (const group of groups.values()) {
      if (group.length < 2) continue
      const byVariant = new Map<string, Named[]>()
      for (const one of group) {
        for (const variant of withoutOneLetter(one.words[other])) {
          const near = byVariant.get(variant)
          if (!near) byVariant.set(variant, [one])
          else {
            for (const target of near) {
              const isOpen = !one.person.inHris || !target.person.inHris
              if (isOpen && isOneSlip(one.words[other], target.words[other])) note(found, one.person, target.person, slip)
            }
            if (near.length < TARGETS) near.push(one)
          }
        }
      }
    }
  }
}

function localPart(key: string): string {
  const local = key.toLowerCase().split('@', 1)[0]!
  return local.replace(/^\d+\+/, '').replace(/\+.*$/, '')
}
