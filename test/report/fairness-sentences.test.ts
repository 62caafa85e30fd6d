import { describe, expect, it } from 'vitest'
import { cautionOf, fairnessSentences } from '../../src/report/fairness-sentences.ts'
import { reportHtml } from '../../src/report/report-html.ts'
import { documentOf } from './document-builder.ts'
import { richDocument } from './invented-documents.ts'

const [shown, hidden] = richDocument().fairness

describe('a difference between groups', () => {
  it('is called hardly chance only where it is rare among all comparisons', () => {
    expect(cautionOf({ ...shown!, fisherMidP: 0.02 }, 1)).toContain('hardly chance')
    expect(cautionOf({ ...shown!, fisherMidP: 0.02 }, 40)).toContain('not among 40')
    expect(cautionOf({ ...shown!, fisherMidP: 0.4 }, 1)).toContain('chance alone would often do it')
  })

  it('that one or two people would turn is no ground for a conclusion', () => {
    expect(cautionOf({ ...shown!, fisherMidP: 0.001, flipsWithin: 2 }, 1)).toContain('would turn it')
  })

  it('within four fifths is said to be', () => {
    expect(cautionOf({ ...shown!, underFourFifths: false }, 1)).toBe('within four fifths.')
  })
})

describe('what is suppressed', () => {
  it('stands as suppressed, with no number and no name of a group', () => {
    const page = reportHtml(documentOf({ fairness: [shown!, hidden!] }))
    const section = /<section id="fairness"[^]*?<\/section>/.exec(page)?.[0] ?? ''
    expect(section).toMatch(/all others<\/td><td[^>]*>builder trap<\/td>(<td[^>]*>suppressed<\/td>){5}/)
  })

  it('is counted by comparison', () => {
    expect(fairnessSentences(documentOf({ fairness: [shown!, hidden!] }))[0]).toMatch(/1\u00a0comparison is suppressed in part or whole/)
  })
})

it('nothing is said where nobody is grouped', () => {
  expect(fairnessSentences(documentOf({ fairness: [] }))).toEqual([])
})
