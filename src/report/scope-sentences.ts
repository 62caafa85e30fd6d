/** What a document leaves out, in words: nothing where people are shown. */
import type { AnalysisDocument } from '../contract/analysis.ts'
import { count, figure } from './wording.ts'

export function scopeSentences({ scope }: AnalysisDocument): string[] {
  if (scope.shows === 'people') return []
  const least = scope.leastPeople ?? 0
  const units = scope.unitsLeftOut ?? 0
  return [
    'This is a document of systems and units only: people, their flags and leaders are left out, and nobody is named.',
    ...(units === 0
      ? []
      : [
          `${count(units, 'unit')} with under ${figure(least)} people, or from which such a unit could be worked out, ${units === 1 ? 'is' : 'are'} left out too.`,
        ]),
  ]
}
