/** What the overview is made of: systems, flags, the quality of the data, and what changed since the last quarter. */
import { createStore } from 'zustand'
import type { Output } from '../../src/contract/contract.ts'
import type { Caller } from '../caller.ts'
import { failureOf, type Failure } from '../failure.ts'
import { quarterBefore } from './overview-words.ts'

export type Summary = Output<'systems.summary'>
export type Counts = Output<'settings.count'>
export type Quality = Output<'quality.get'>
export type Comparison = Output<'periods.compare'>
export type Periods = Output<'periods.list'>

/** `missing`: days that have to be computed first; `none`: the records do not reach so far back. */
export type Since =
  | { readonly kind: 'none' }
  | { readonly kind: 'missing'; readonly from: string; readonly to: string; readonly days: readonly string[] }
  | { readonly kind: 'compared'; readonly comparison: Comparison }

interface OverviewState {
  readonly summary: Summary | null
  readonly counts: Counts | null
  readonly quality: Quality | null
  readonly since: Since | null
  readonly failure: Failure | null
  readonly load: (asOf: string, showsPeople: boolean) => Promise<void>
  /** Starts the job; what it finds is shown when it ends. */
  readonly compute: (days: readonly string[]) => Promise<void>
}

export function createOverviewStore(backend: Caller) {
  let newest = 0
  return createStore<OverviewState>()(set => ({
    summary: null,
    counts: null,
    quality: null,
    since: null,
    failure: null,
    load: async (asOf, showsPeople) => {
      const ticket = ++newest
      try {
        const [summary, counts, quality] = await Promise.all([
          backend.call('systems.summary', {}),
          showsPeople ? backend.call('settings.count', { changes: {} }) : null,
          backend.call('quality.get', {}),
        ])
        if (ticket !== newest) return
        set({ summary, counts, quality, failure: null })
        const since = showsPeople ? await readSince(backend, asOf) : ({ kind: 'none' } as const)
        if (ticket === newest) set({ since })
      } catch (error) {
        if (ticket === newest) set({ failure: failureOf(error, 'Reading the overview') })
      }
    },
    compute: async days => {
      try {
        await backend.call('periods.compute', { asOf: [...days] })
      } catch (error) {
        set({ failure: failureOf(error, 'Computing the quarter') })
      }
    },
  }))
}

async function readSince(backend: Caller, asOf: string): Promise<Since> {
  const { periods } = await backend.call('periods.list', {})
  const from = quarterBefore(periods, asOf)
  if (from === null) return { kind: 'none' }
  const days = [from, asOf].filter(day => !periods.some(one => one.asOf === day && one.computed?.stale.length === 0))
  if (days.length > 0) return { kind: 'missing', from, to: asOf, days }
  return { kind: 'compared', comparison: await backend.call('periods.compare', { from, to: asOf, page: 0 }) }
}
