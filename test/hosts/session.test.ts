import { describe, expect, test } from 'vitest'
import { Session } from '../../main/loopback/session.ts'

function sessionAt(startMs = 0) {
  const clock = { nowMs: startMs }
  const session = new Session(() => clock.nowMs)
  const endings: string[] = []
  session.onEnded(message => endings.push(message))
  return { session, clock, endings }
}

const tokenOf = (session: Session) => {
  const redemption = session.redeem(session.issueCode())
  return redemption.kind === 'accepted' ? redemption.token : ''
}

describe('a session', () => {
  test('trades a code for a token that is accepted from then on', () => {
    const { session } = sessionAt()
    const token = tokenOf(session)
    expect(session.accepts(`Bearer ${token}`)).toBe(true)
    for (const wrong of [undefined, '', 'Bearer ', token, `bearer ${token}`, `Bearer ${token} `, `Basic ${token}`])
      expect(session.accepts(wrong)).toBe(false)
  })

  test('refuses a code it never gave, and goes on', () => {
    const { session, endings } = sessionAt()
    const token = tokenOf(session)
    for (const code of ['', 'x', 'x'.repeat(43)]) expect(session.redeem(code).kind).toBe('refused')
    expect(session.accepts(`Bearer ${token}`)).toBe(true)
    expect(endings).toEqual([])
  })

  test('takes a code for one minute', () => {
    const { session, clock, endings } = sessionAt()
    const [early, late] = [session.issueCode(), session.issueCode()]
    clock.nowMs = 59_999
    expect(session.redeem(early).kind).toBe('accepted')
    clock.nowMs = 60_000
    expect(session.redeem(late)).toMatchObject({ kind: 'refused', message: expect.stringContaining('older than a minute') })
    expect(endings).toEqual([])
  })

  test('ends when a code comes a second time, however late, and says why to both', () => {
    const { session, clock, endings } = sessionAt()
    const code = session.issueCode()
    const first = session.redeem(code)
    if (first.kind !== 'accepted') throw new Error('refused')
    clock.nowMs = 3_600_000
    const second = session.redeem(code)
    expect(second).toMatchObject({ kind: 'refused', message: expect.stringContaining('opened a second time') })
    expect(session.accepts(`Bearer ${first.token}`)).toBe(false)
    expect(endings).toEqual([session.endedBecause])
    expect(session.redeem(session.issueCode())).toMatchObject({ kind: 'refused', message: session.endedBecause })
    expect(endings).toHaveLength(1)
  })

  test('never gives the same secret twice', () => {
    const { session } = sessionAt()
    expect(new Set(Array.from({ length: 100 }, () => session.issueCode())).size).toBe(100)
    expect(tokenOf(session)).not.toBe(tokenOf(sessionAt().session))
  })
})
