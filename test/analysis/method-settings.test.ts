/** The list of settings, and the parser of what an organisation set otherwise. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { DEFAULT_PATTERN_SETTINGS } from '../../src/analysis/patterns.ts'
import { DEFAULT_METHOD, methodOf, readSettingChanges, valuesWith } from '../../src/analysis/method-changes.ts'
import { methodSetting, methodSettings } from '../../src/analysis/method-settings.ts'
import type { MethodSetting, SettingValue } from '../../src/analysis/method-settings.ts'
import { DEFAULT_SETTINGS } from '../../src/analysis/settings.ts'
import { DEFAULT_KINDS } from '../../src/domain/kinds.ts'

const ALL = methodSettings(['deploy'])

describe('every setting', () => {
  test.each(ALL.map(setting => [setting.setting, setting] as const))(
    '%s is fit to be shown, and its default is in its range',
    (_, setting) => {
      expect(setting.label).toMatch(/^\p{L}.{4,110}$/u)
      expect(setting.reason).toMatch(/^.{10,}[.]$/)
      expect(readSettingChanges({ [setting.setting]: setting.default })).toEqual({ changes: {}, problems: [] })
      if (setting.form.kind === 'number') expect(setting.form.minimum).toBeLessThan(setting.form.maximum)
    },
  )

  test('stands in the list once, under a label of its own in its group', () => {
    expect(new Set(ALL.map(({ setting }) => setting)).size).toBe(ALL.length)
    expect(new Set(ALL.map(({ group, label }) => `${group} ${label}`)).size).toBe(ALL.length)
  })

  test('of the method is there: of the ground, the patterns, the kinds', () => {
    const names = new Set(ALL.map(({ setting }) => setting))
    for (const name of Object.keys(DEFAULT_SETTINGS)) expect(names).toContain(name)
    const families = Object.values(DEFAULT_PATTERN_SETTINGS).flatMap(family => Object.keys(family))
    for (const name of families) expect([...names].some(one => one.endsWith(`.${name}`))).toBe(true)
    for (const kind of Object.keys(DEFAULT_KINDS)) expect(names).toContain(`kinds.${kind}.mode`)
  })
})

test('without changes the method is the default one', () => {
  expect(DEFAULT_METHOD).toEqual({
    settings: DEFAULT_SETTINGS,
    patterns: DEFAULT_PATTERN_SETTINGS,
    kinds: DEFAULT_KINDS,
    titles: { coordinating: [], individual: [] },
  })
})

const valueArbitrary = ({ form }: MethodSetting): fc.Arbitrary<SettingValue> => {
  switch (form.kind) {
    case 'number':
      return form.isWhole
        ? fc.integer({ min: form.minimum, max: form.maximum })
        : fc.double({ min: form.minimum, max: form.maximum, noNaN: true })
    case 'switch':
      return fc.boolean()
    case 'choice':
      return fc.constantFrom(...form.options)
    case 'titles':
      return fc.uniqueArray(fc.constantFrom('guild master', 'crew chief', 'shift captain')).map(titles => titles.toSorted())
  }
}
const changesArbitrary = fc
  .subarray(ALL.filter(({ setting }) => setting !== 'titles.individual'))
  .chain(settings => fc.record(Object.fromEntries(settings.map(setting => [setting.setting, valueArbitrary(setting)]))))

test('whatever is in range is read as it is, reading it again changes nothing, and the method holds it', () => {
  fc.assert(
    fc.property(changesArbitrary, given => {
      const { changes, problems } = readSettingChanges(given)
      expect(problems).toEqual([])
      expect(readSettingChanges(structuredClone(changes))).toEqual({ changes, problems: [] })
      const values = valuesWith(changes)
      for (const [name, value] of Object.entries(given)) {
        const usual = methodSetting(name)!.default
        if (changes[name] !== undefined) expect(values.get(name)).toEqual(value)
        else if (typeof value === 'number') expect(value).toBeCloseTo(Number(usual), 6)
        else expect(value).toEqual(usual)
      }
      const method = methodOf(changes)
      expect(method.settings.windowMonths).toBe(values.get('windowMonths'))
      expect(method.patterns.routes.chanceCount).toBe(values.get('routes.chanceCount'))
      expect(method.kinds['commit']?.weightHours).toBe(values.get('kinds.commit.weightHours'))
    }),
    { numRuns: 60 },
  )
})

test('anything at all is read without an error, and what is kept is in range', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.oneof(fc.string(), fc.constantFrom(...ALL.map(({ setting }) => setting))), fc.jsonValue()), given => {
      const { changes } = readSettingChanges(given)
      expect(readSettingChanges(changes).changes).toEqual(changes)
      for (const [name, value] of Object.entries(changes)) {
        const { form } = methodSetting(name)!
        if (form.kind !== 'number') continue
        expect(value).toBeGreaterThanOrEqual(form.minimum)
        expect(value).toBeLessThanOrEqual(form.maximum)
      }
    }),
  )
})

test('what is wrong is named with what would be right', () => {
  const { changes, problems } = readSettingChanges({
    windowMonths: 2.5,
    'builder_trap.builderLikely': 2,
    'kinds.deploy.mode': 'thinking',
    noAuthorshipForInitialImports: 1,
    'titles.coordinating': ['Crew Lead'],
    'titles.individual': ['crew lead'],
    nonsense: 1,
  })
  expect(Object.keys(changes)).toEqual(['titles.coordinating', 'titles.individual'])
  expect(problems).toEqual([
    { setting: 'builder_trap.builderLikely', message: '2 cannot be used: this takes a number from 0.5 to 1 (share).' },
    { setting: 'kinds.deploy.mode', message: 'This takes one of build, enable, decide, coordinate, govern, unmapped.' },
    { setting: 'noAuthorshipForInitialImports', message: 'This takes true or false.' },
    { setting: 'nonsense', message: 'This is no setting of the method.' },
    { setting: 'windowMonths', message: '2.5 cannot be used: this takes a whole number from 1 to 60 (months).' },
    { setting: 'titles.individual', message: '"crew lead" is named as coordinating as well: a title is one of the two.' },
  ])
  expect(readSettingChanges('settings').problems).toHaveLength(1)
})

test('a kind this version does not know carries no effort until it is mapped', () => {
  expect(Object.keys(methodOf({}).kinds)).not.toContain('deploy')
  const { changes } = readSettingChanges({ 'kinds.deploy.mode': 'build', 'kinds.deploy.weightHours': 0.5 })
  expect(methodOf(changes).kinds['deploy']).toEqual({ mode: 'build', weightHours: 0.5, changesArtifact: false })
  expect(methodOf(readSettingChanges({ 'kinds.deploy.weightHours': 0.5 }).changes).kinds).not.toHaveProperty('deploy')
})
