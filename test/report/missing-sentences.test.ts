import { describe, expect, it } from 'vitest'
import { missingSentences, qualitySentences } from '../../src/report/missing-sentences.ts'
import { documentOf } from './document-builder.ts'

describe('what is missing', () => {
  it('tells a gap once, with every figure it weakens', () => {
    expect(qualitySentences(documentOf())).toEqual([
      'No contributions.change: The first change of an artifact counts as the adding of it. Weakens: authorship and truck factor.',
      'No contributions.previous_artifact: A renamed artifact is a new one. Weakens: authorship.',
      'No meetings.focus_hours: A week is taken as 40 hours x fte less meetings. Weakens: effort.',
    ])
  })

  it('keeps together what cannot be told column by column, and says nothing of what is whole', () => {
    const quality = [
      { figure: 'keepers', coverage: 0.5, missing: ['people.a|people.b', 'people.c'], cost: 'Nobody is known to have left' },
      { figure: 'exposure', coverage: 0.9, missing: [], cost: 'Records begin in March 2026' },
      { figure: 'pace', coverage: 1, missing: [], cost: '' },
    ]
    expect(qualitySentences(documentOf({ quality }))).toEqual([
      'No people.a or people.b and people.c: Nobody is known to have left. Weakens: keepers.',
      'Records begin in March 2026. Weakens: exposure.',
    ])
  })
})

describe('who could not be made out', () => {
  it('is told by name and count, and not once more as a gap', () => {
    const quality = [
      { figure: 'identity', coverage: 0.9, missing: [], cost: '90 % are in the people file.' },
      { figure: 'modes', coverage: 0.9, missing: [], cost: '61 contributions are of the kind "standup", which is not known.' },
    ]
    const sentences = missingSentences(documentOf({ quality }))
    expect(sentences.filter(sentence => sentence.includes('standup'))).toHaveLength(1)
    expect(sentences.filter(sentence => sentence.includes('% '))).not.toContain('90 % are in the people file. Weakens: identity.')
    expect(sentences.join(' ')).toMatch(/3\u00a0people stay strangers.*Left out as bots.*P-77 \(is nobody known, 2\)/)
  })
})
