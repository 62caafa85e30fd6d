import { describe, expect, it } from 'vitest'
import {
  botDecidedWords,
  contributionsWords,
  decidedWords,
  noPairsWords,
  signSentence,
} from '../../../renderer/identities/identity-words.ts'
import { PAIRS } from '../fake-identities.ts'

describe('why there is no pair to decide', () => {
  const none = { open: 0, decided: 0, bots: 0 }

  it('is another reason without contributions, with every pair decided, and with nobody alike', () => {
    expect(noPairsWords(none, 0)).toContain('none are imported')
    expect(noPairsWords({ ...none, decided: 12 }, 500)).toContain('Every pair is decided: 12.')
    expect(noPairsWords(none, 500)).toContain('No two people')
  })
})

describe('a decision in words', () => {
  it('names both, and their ids where the names are the same', () => {
    expect(decidedWords(PAIRS[0]!, true)).toBe('Amara Okafor (E10041) and Amara Okafor (amara@okafor.dev): the same person.')
    expect(decidedWords(PAIRS[1]!, false)).toBe('Elif Yıldız and Elif Yildiz: different people.')
  })

  it('calls a bot by its key where it has no name', () => {
    const bot = { key: 'ci-user', name: null, sign: null, contributions: 2, decided: null }
    expect(botDecidedWords(bot, true)).toBe('ci-user is a bot.')
    expect(botDecidedWords({ ...bot, name: 'Ci User' }, false)).toBe('Ci User is a person.')
  })
})

it('says no contributions rather than 0', () => {
  expect([0, 1, 1200].map(contributionsWords)).toEqual(['no contributions', '1 contribution', '1,200 contributions'])
})

it('makes a sentence of a sign', () => {
  expect(signSentence('is marked [bot]')).toBe('Is marked [bot]')
})
