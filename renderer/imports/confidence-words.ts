/** How sure a recognition is, in words: a figure would claim more than it knows. */
import type { Inspection } from './answers.ts'

export function kindConfidenceWords(confidence: number): string {
  if (confidence >= 0.9) return 'recognised by its headers'
  if (confidence >= 0.6) return 'probably, by its headers'
  if (confidence > 0) return 'a guess: please check'
  return 'not recognised'
}

/** How a column came to be that of a field; `guess` is the inspection before anybody said a word. */
export function fieldConfidenceWords(file: Inspection, guess: Inspection | undefined, field: string): string {
  const header = file.mapping?.columns[field]
  if (!header) return file.mapping?.constants?.[field] ? 'the same for all rows' : ''
  if (file.profile !== null) return 'from the profile'
  const guessed = guess?.mapping?.columns[field] === header ? guess.fields.find(each => each.field === field) : undefined
  if (!guessed) return 'chosen by you'
  if (guess?.profile) return 'from the profile'
  if (guessed.confidence >= 1) return 'same name'
  if (guessed.confidence >= 0.95) return guess?.mapping?.preset ? `as ${guess.mapping.preset} writes it` : 'sure, by its name'
  if (guessed.confidence >= 0.75) return 'likely, by its name'
  return 'a guess: check it'
}

export const isUnsure = (words: string) => words.startsWith('a guess')
