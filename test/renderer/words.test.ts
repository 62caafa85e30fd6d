import { describe, expect, it } from 'vitest'
import { failureDetails, failureOf } from '../../renderer/failure.ts'
import { noticeText } from '../../renderer/purpose/notice-template.ts'
import { AppError } from '../../src/contract/wire.ts'

describe('a failure', () => {
  it('of ours never shows its own words', () => {
    const failure = failureOf(new TypeError('x is undefined'), 'Reading the list of systems')
    expect(failure.happened).not.toContain('undefined')
    expect(failureDetails(failure, '0.1.0')).not.toContain('undefined')
  })

  it('a user may see says what happened, what is safe and what to do', () => {
    const failure = failureOf(new AppError('damaged', 'data.db is damaged.'), 'Opening')
    expect(failure).toMatchObject({ happened: 'data.db is damaged.', code: 'damaged' })
    expect(failure.safe).not.toBe('')
    expect(failure.toDo).toContain('backup')
  })

  it('can be copied with the version it happened in', () => {
    expect(failureDetails(failureOf(new AppError('conflict', 'Busy.'), 'Undoing'), '0.1.0')).toBe(
      'Switchyard 0.1.0\nDoing: Undoing\nCode: conflict\nWhat happened: Busy.',
    )
  })
})

describe('the notice', () => {
  it('leaves marked gaps for what is not filled in', () => {
    const text = noticeText({ purpose: ' ', legalBasis: '', noticeDate: '' })
    for (const gap of ['[date]', '[purpose]', '[legal basis]']) expect(text).toContain(gap)
  })

  it('takes over what is', () => {
    const text = noticeText({ purpose: 'Plan pairing.', legalBasis: 'Works agreement', noticeDate: '2026-09-01' })
    expect(text).toContain('From 1 Sept 2026')
    expect(text).toContain('Purpose: Plan pairing.')
    expect(text).not.toContain('[purpose]')
  })
})
