/** Invented answers about the settings of the method, fairness, the log and the quarters. The settings are the real ones; their counts are not. */
import { readSettingChanges, type SettingChanges, valuesWith } from '../../src/analysis/method-changes.ts'
import { methodSettings, SETTING_GROUPS, type SettingValue } from '../../src/analysis/method-settings.ts'
import type { Input, Output } from '../../src/contract/contract.ts'
import { AppError } from '../../src/contract/wire.ts'
import { PATTERNS } from '../../src/domain/flag.ts'
import { EXPLANATIONS } from '../../src/service/explanations.ts'

type Settings = Output<'settings.get'>
type Counts = Output<'settings.count'>

/** A kind of these files that nobody has placed. */
const UNKNOWN_KIND = 'pairing_session'
const VERSION = '1.0'
const plain = (value: SettingValue) => (typeof value === 'object' ? value.slice() : value)

export function fakeSettings() {
  let changes: SettingChanges = {}
  const all = methodSettings([UNKNOWN_KIND])
  const get = (): Settings => {
    const values = valuesWith(changes, [UNKNOWN_KIND])
    return {
      methodVersion: VERSION,
      groups: SETTING_GROUPS.map(group => ({
        group,
        label: group.replaceAll('_', ' '),
        settings: all
          .filter(setting => setting.group === group)
          .map(({ form, default: usual, patterns, isLive, ...rest }) => ({
            ...rest,
            form: form.kind === 'choice' ? { ...form, options: [...form.options] } : form,
            default: plain(usual),
            value: plain(values.get(rest.setting) ?? usual),
            inResult: plain(usual),
            patterns: [...patterns],
            countsLive: isLive,
          })),
      })),
      awaiting: Object.keys(changes),
    }
  }
  const changed = (added: Input<'settings.set'>['changes']) => {
    const { changes: next, problems } = readSettingChanges({ ...changes, ...added })
    if (problems.length > 0) throw new AppError('bad-input', problems.map(({ message }) => message).join(' '))
    return next
  }
  return {
    get,
    set: ({ changes: added }: Input<'settings.set'>): Output<'settings.set'> => {
      const former = Object.fromEntries(
        Object.keys(added).map(name => [name, changes[name] === undefined ? null : plain(changes[name])] as const),
      )
      changes = changed(added)
      return { ...get(), former }
    },
    /** The further a live threshold is from its default, the fewer flags. */
    count: ({ changes: added }: Input<'settings.count'>): Counts => {
      const next = changed(added)
      const live = all.filter(({ setting, isLive }) => isLive && setting in next)
      return {
        patterns: PATTERNS.map((pattern, index) => {
          const inResult = { watch: 3 + index, likely: 2, strong: index % 2 }
          const fewer = live.filter(({ patterns }) => patterns.includes(pattern)).length
          return { pattern, inResult, withChanges: { ...inResult, watch: Math.max(0, inResult.watch - fewer) } }
        }),
        needRecalculation: Object.keys(next).filter(name => !live.some(({ setting }) => setting === name)),
      }
    },
  }
}

export const explained = (): Output<'method.get'> => ({
  version: VERSION,
  explanations: EXPLANATIONS.map(one => ({ ...one, inputs: [...one.inputs] })),
})

const SHOWN = {
  attribute: 'demographic_gender',
  people: 80,
  otherPeople: 120,
  fisherP: 0.012,
  fisherMidP: 0.0004,
  suppressed: false,
} as const

export const FAIRNESS: Output<'fairness.get'> = {
  asOf: '2026-11-18',
  groupLeast: 10,
  flaggedLeast: 3,
  ratioLine: 0.8,
  comparisons: [
    {
      ...SHOWN,
      pattern: 'builder_trap',
      group: 'women',
      flagged: 4,
      otherFlagged: 9,
      adverseImpactRatio: 0.6667,
      direction: 'less',
      underFourFifths: true,
      flipsWithin: 1,
    },
    {
      ...SHOWN,
      pattern: 'coordination_path',
      group: 'women',
      flagged: 16,
      otherFlagged: 6,
      adverseImpactRatio: 0.25,
      direction: 'more',
      underFourFifths: true,
      flipsWithin: 11,
    },
    {
      ...SHOWN,
      pattern: 'enabler_trap',
      group: 'women',
      flagged: 4,
      otherFlagged: 6,
      adverseImpactRatio: 1,
      direction: 'same',
      underFourFifths: false,
      fisherMidP: 0.9,
      flipsWithin: null,
    },
    {
      attribute: 'demographic_gender',
      pattern: 'builder_trap',
      group: null,
      people: null,
      flagged: null,
      otherPeople: null,
      otherFlagged: null,
      adverseImpactRatio: null,
      direction: null,
      underFourFifths: null,
      fisherP: null,
      fisherMidP: null,
      flipsWithin: null,
      suppressed: true,
    },
  ],
  stability: [
    { pattern: 'builder_trap', band: 'watch', flags: 9, surviving: 0.44 },
    { pattern: 'builder_trap', band: 'strong', flags: 4, surviving: 1 },
  ],
}

const HASH = 'a3f1c2d4e5b60718293a4b5c6d7e8f90112233445566778899aabbccddeeff00'

export const AUDIT: Output<'audit.list'> = {
  total: 4,
  intact: true,
  firstBroken: null,
  rows: [
    { sequence: 4, at: '2026-11-18T10:02:00Z', kind: 'settings', detail: { windowMonths: 'default to 6' }, hash: HASH },
    { sequence: 3, at: '2026-11-18T09:40:00Z', kind: 'profile', detail: { person: 'E1042' }, hash: HASH },
    {
      sequence: 2,
      at: '2026-11-18T09:30:00Z',
      kind: 'import',
      detail: { file: 'contributions.csv', accepted: 12_400, sha256: HASH },
      hash: HASH,
    },
    { sequence: 1, at: '2026-11-17T15:00:00Z', kind: 'workspace_created', detail: { sample: false }, hash: HASH },
  ],
}

/** The last quarter is not computed, so that it is offered. */
export const PERIODS: Output<'periods.list'> = {
  periods: ['2026-06-30', '2026-09-30'].map(asOf => ({ asOf, isQuarterEnd: true, computed: null })),
  settingsDigest: HASH,
}
