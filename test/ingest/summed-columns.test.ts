import { describe, expect, test } from 'vitest'
import { mapHeaders } from '../../src/ingest/mapping.ts'

describe('Copilot actions of a Viva person query', () => {
  const QUERY = ['PersonId', 'MetricDate', 'Collaboration_hours', 'Meeting_hours', 'Email_hours']
  const APPS = ['Copilot_actions_taken_in_Word', 'Copilot_actions_taken_in_Copilot_chat__work_', 'Copilot_actions_taken_in_Teams']
  const FEATURES = ['Create_Excel_formula_actions_taken_using_Copilot', 'Summarise_meeting_actions_taken_using_Copilot_in_Teams']
  const DAYS = ['Days_of_active_Copilot_usage_in_Excel', 'Total_Copilot_active_days', 'Total_Copilot_enabled_days']
  const summed = (...headers: string[]) => {
    const { mapping, problems } = mapHeaders('meetings', [...QUERY, ...headers])
    expect(problems).toEqual([])
    return [mapping.columns['agent_actions'] ?? [], mapping.fallbacks?.['agent_actions'] ?? []].flat()
  }

  test('are those of all applications together', () => {
    expect(summed(...DAYS, ...APPS).toSorted()).toEqual(APPS.toSorted())
  })

  test('never count those of a feature again', () => {
    expect(summed(...FEATURES, ...APPS).toSorted()).toEqual(APPS.toSorted())
  })

  test('are those of features where no application has any', () => {
    expect(summed(...FEATURES, ...DAYS).toSorted()).toEqual(FEATURES.toSorted())
  })

  test('are a column of our own name where there is one', () => {
    expect(summed('agent_actions', ...APPS)).toEqual(['agent_actions'])
  })

  test('are unknown where a query does not hold them', () => {
    expect(summed(...DAYS)).toEqual([])
  })
})
