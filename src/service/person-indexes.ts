/** From the ids a user gives to the people of a model. */
import type { KnowledgeModel } from '../analysis/knowledge-model.ts'
import { AppError } from '../contract/wire.ts'

/** Throws AppError `bad-input` for an id nobody bears. */
export function personIndexes({ people }: KnowledgeModel, ids: readonly string[]): number[] {
  const indexes = new Map<string, number>(people.ids.map((id, index) => [id, index]))
  return ids.map(id => {
    const index = indexes.get(id)
    if (index !== undefined) return index
    const advice = 'Ids are those of the people file, or the e-mail or login of somebody outside it.'
    throw new AppError('bad-input', `There is nobody with the id "${id}" in this analysis. ${advice}`)
  })
}
