import { describe, expect, it } from 'vitest'
import { dialectSaid, fieldsRead, peopleSaid, wordsRead } from '../../../renderer/imports/profile-words.ts'
import { HR_QUARTERLY } from '../fake-profiles.ts'

describe('a mapping in words', () => {
  const read = (field: string) => fieldsRead(HR_QUARTERLY).find(entry => entry.field === field)

  it('says where each field comes from', () => {
    expect(read('person_id')).toEqual({ field: 'person_id', from: 'Employee ID', written: 'as found in the file' })
    expect(read('name')?.from).toBe('Preferred first name + Last name')
    expect(read('email')?.from).toBe('Work e-mail; where blank: Private e-mail and Contact')
    const summed = { kind: 'meetings', columns: { agent_actions: 'Word' }, fallbacks: { agent_actions: ['Excel', 'Outlook'] } } as const
    expect(fieldsRead(summed)[0]?.from).toBe('Word; summed with: Excel and Outlook')
    expect(read('fte')).toMatchObject({ from: 'FTE %', written: 'per cent and decimal comma' })
  })

  it('says of a constant and of what is left out that no cell is read', () => {
    expect(read('role_family')).toEqual({ field: 'role_family', from: 'always “engineering”', written: null })
    expect(read('location')).toEqual({ field: 'location', from: 'left out', written: null })
    expect(fieldsRead(HR_QUARTERLY).at(-1)?.field).toBe('location')
  })

  it('takes a constant that was taken away for none', () => {
    const [entry] = fieldsRead({ kind: 'contributions', columns: {}, constants: { kind: '' } })
    expect(entry).toEqual({ field: 'kind', from: 'found by its header', written: 'as found in the file' })
  })

  it('keeps the words of the file apart by field, and a blank as blank', () => {
    expect(wordsRead(HR_QUARTERLY)).toContainEqual({ field: 'track', word: 'n/a', meant: '' })
  })

  it('says only of the dialect and of people what somebody said', () => {
    expect(dialectSaid(HR_QUARTERLY)).toEqual([
      'Characters are read as windows-1252.',
      'Cells are separated by semicolons.',
      'The header is on line 3.',
    ])
    expect(peopleSaid(HR_QUARTERLY)).toHaveLength(2)
    const plain = { kind: 'people' as const, columns: {} }
    expect([...dialectSaid(plain), ...peopleSaid(plain)]).toEqual([])
  })
})
