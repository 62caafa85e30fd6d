import { expect, test } from 'vitest'
import { titleClassOf } from '../../src/analysis/title-class.ts'

test.each([
  'Engineering Manager',
  'Senior Manager, Product Engineering',
  'Head of Platform',
  'VP Engineering',
  'CTO',
  'Team Lead Payments',
  'Scrum Master',
  'Programme Manager',
  'Project Coordinator',
  'Teamleiterin',
  'Product Engineering Manager',
  'Delivery Lead',
  'Directrice technique',
])('%s coordinates', title => expect(titleClassOf(title).isCoordinating).toBe(true))

test.each([
  'Software Engineer',
  'Staff Software Engineer',
  'Tech Lead',
  'Lead Engineer',
  'Product Manager',
  'Senior Product Manager',
  'Community Manager',
  'Chief Architect',
  'Principal Engineer',
  'Product Owner',
  'Delivery Partner',
  'Division Support Analyst',
])('%s does not', title => expect(titleClassOf(title).isCoordinating).toBe(false))

test('acting and interim titles are told apart', () => {
  expect(titleClassOf('Acting Engineering Manager')).toMatchObject({ isCoordinating: true, isActing: true })
  expect(titleClassOf('Interim Head of Data').isActing).toBe(true)
  expect(titleClassOf('Engineering Manager').isActing).toBe(false)
})

test('a role class is the trade, whatever the seniority', () => {
  const roles = ['Junior Developer', 'Senior Software Engineer II', 'Principal Engineer', 'Software-Entwicklerin', 'Tech Lead'].map(
    title => titleClassOf(title).role,
  )
  expect(new Set(roles)).toEqual(new Set(['software']))
  expect(titleClassOf('Test Engineer').role).toBe('testing')
  expect(titleClassOf('Systems Administrator').role).toBe('operations')
  expect(titleClassOf('Support Analyst').role).toBe('support')
})

test('titles that an organisation reads otherwise come before what their words say, the longer one of two', () => {
  const rules = { coordinating: ['Guild Master', 'product manager platform'], individual: ['team lead', 'product manager'] }
  expect(titleClassOf('Guild-Master, Backend', rules)).toMatchObject({ isCoordinating: true, role: null })
  expect(titleClassOf('Team Lead Payments', rules).isCoordinating).toBe(false)
  expect(titleClassOf('Team Leader Payments', rules).isCoordinating).toBe(true)
  expect(titleClassOf('Senior Product Manager, Platform', rules).isCoordinating).toBe(true)
  expect(titleClassOf('Engineering Manager', rules).isCoordinating).toBe(true)
})

test('a coordinating title belongs to no trade, an unknown one to its own words', () => {
  expect(titleClassOf('Engineering Manager').role).toBe(null)
  expect(titleClassOf('Senior Geologist').role).toBe('geologist')
  expect(titleClassOf('Geologist III').role).toBe('geologist')
  expect(titleClassOf('Senior').role).toBe(null)
})
