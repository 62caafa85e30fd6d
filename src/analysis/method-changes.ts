/** What an organisation set otherwise than the defaults: read, checked, and put into the settings an analysis takes. */
import { DEFAULT_KINDS, WORK_MODES } from '../domain/kinds.ts'
import type { ContributionKind, WorkMode } from '../domain/kinds.ts'
import type { TitleRules } from '../domain/title-rules.ts'
import { FAMILIES, kindOfSetting, methodSetting, methodSettings, settingName } from './method-settings.ts'
import type { MethodSetting, MethodSettings, SettingValue } from './method-settings.ts'
import type { PatternSettings } from './patterns.ts'
import type { Settings } from './settings.ts'

/** By name; only what differs from the default. Plain data, as it is kept with a workspace. */
export type SettingChanges = Readonly<Record<string, SettingValue>>

export interface SettingProblem {
  readonly setting: string
  /** A sentence that says what is wrong and what would be right. */
  readonly message: string
}

export interface ReadChanges {
  /** In the order of names, so that equal changes are equal text. */
  readonly changes: SettingChanges
  readonly problems: readonly SettingProblem[]
}

const MOST_SETTINGS = 10_000

/**
 * Reads `{"windowMonths": 6, "kinds.deploy.mode": "build", ...}` from outside; `null` stands for the default. What
 * cannot be used is named and left out. The settings of an `analysis.json` are read as well, rounded as they are there.
 */
export function readSettingChanges(given: unknown): ReadChanges {
  if (typeof given !== 'object' || given === null || Array.isArray(given))
    return { changes: {}, problems: [{ setting: '', message: 'Settings are an object of names and values.' }] }
  const entries = Object.entries(given)
  if (entries.length > MOST_SETTINGS)
    return { changes: {}, problems: [{ setting: '', message: `There are more than ${MOST_SETTINGS} settings.` }] }
  const problems: SettingProblem[] = []
  const changes: [string, SettingValue][] = []
  for (const [name, value] of entries.toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    const setting = methodSetting(name)
    if (setting === null) {
      problems.push({ setting: name, message: 'This is no setting of the method.' })
      continue
    }
    if (value === null) continue
    const read = valueOf(setting, value)
    if ('message' in read) problems.push({ setting: name, message: read.message })
    else if (!isDefault(setting, read.value)) changes.push([name, read.value])
  }
  const result = Object.fromEntries(changes)
  return { changes: result, problems: [...problems, ...clashesOf(result)] }
}

type ReadValue = { readonly value: SettingValue } | { readonly message: string }

function valueOf({ form, unit }: MethodSetting, given: unknown): ReadValue {
  switch (form.kind) {
    case 'number': {
      const { minimum, maximum, isWhole } = form
      const wanted = `${isWhole ? 'a whole number' : 'a number'} from ${minimum} to ${maximum}${unit === '' ? '' : ` (${unit})`}`
      if (typeof given !== 'number' || !Number.isFinite(given)) return { message: `This takes ${wanted}.` }
      if (given < minimum || given > maximum || (isWhole && !Number.isInteger(given)))
        return { message: `${given} cannot be used: this takes ${wanted}.` }
      return { value: given }
    }
    case 'switch':
      return typeof given === 'boolean' ? { value: given } : { message: 'This takes true or false.' }
    case 'choice':
      return typeof given === 'string' && form.options.includes(given)
        ? { value: given }
        : { message: `This takes one of ${form.options.join(', ')}.` }
    case 'titles':
      return titlesOf(given)
  }
}

const MOST_TITLES = 500
const LONGEST_TITLE = 100
/** How several titles stand in one text, as in `analysis.json`. */
export const TITLE_SEPARATOR = '; '

function titlesOf(given: unknown): ReadValue {
  const listed: unknown = typeof given === 'string' ? given.split(TITLE_SEPARATOR.trim()) : given
  const wanted = { message: `This takes up to ${MOST_TITLES} titles of at most ${LONGEST_TITLE} characters.` }
  if (!Array.isArray(listed) || listed.length > MOST_TITLES) return wanted
  const titles: string[] = []
  for (const one of listed as readonly unknown[]) {
    if (typeof one !== 'string' || one.trim().length > LONGEST_TITLE) return wanted
    if (one.trim() !== '') titles.push(one.trim().toLowerCase())
  }
  return { value: [...new Set(titles)].sort() }
}

const ROUNDING = 1e6

function isDefault({ default: usual }: MethodSetting, value: SettingValue): boolean {
  if (typeof usual === 'number' && typeof value === 'number') return value === usual || value === Math.round(usual * ROUNDING) / ROUNDING
  return JSON.stringify(usual) === JSON.stringify(value)
}

function clashesOf(changes: SettingChanges): SettingProblem[] {
  const { coordinating, individual } = titleRulesOf(changes)
  return individual
    .filter(title => coordinating.includes(title))
    .map(title => ({ setting: 'titles.individual', message: `"${title}" is named as coordinating as well: a title is one of the two.` }))
}

function titleRulesOf(changes: SettingChanges): TitleRules {
  const titles = (name: string) => {
    const value = changes[name]
    return Array.isArray(value) ? (value as readonly string[]) : [] // checked by titlesOf
  }
  return { coordinating: titles('titles.coordinating'), individual: titles('titles.individual') }
}

/** The settings an analysis takes. `changes` are those readSettingChanges answered with. */
export function methodOf(changes: SettingChanges): MethodSettings {
  const values = FAMILIES.map(family => {
    const own = Object.keys(family.defaults).map(name => [name, changes[settingName(family, name)] ?? family.defaults[name]])
    return [family.key, Object.fromEntries(own) as unknown] as const
  })
  const [[, settings], ...patterns] = values as [(typeof values)[number], ...typeof values]
  return {
    // Names and kinds of values are those of the defaults, each checked against its rule.
    settings: settings as Settings,
    patterns: Object.fromEntries(patterns) as unknown as PatternSettings,
    kinds: kindsOf(changes),
    titles: titleRulesOf(changes),
  }
}

function kindsOf(changes: SettingChanges): MethodSettings['kinds'] {
  const changed = Object.keys(changes).flatMap(name => kindOfSetting(name) ?? [])
  const names = [...Object.keys(DEFAULT_KINDS), ...changed]
  const entries = [...new Set(names)].flatMap((kind): [string, ContributionKind][] => {
    const value = (name: string) => changes[`kinds.${kind}.${name}`] ?? methodSetting(`kinds.${kind}.${name}`)!.default
    const mode = WORK_MODES.find(one => one === value('mode')) as WorkMode | undefined
    if (mode === undefined) return []
    return [[kind, { mode, weightHours: Number(value('weightHours')), changesArtifact: value('changesArtifact') === true }]]
  })
  return Object.fromEntries(entries)
}

export const DEFAULT_METHOD: MethodSettings = methodOf({})

/** By name the value each setting has with these changes; of kinds that were added as well. */
export function valuesWith(changes: SettingChanges, kinds: readonly string[] = []): ReadonlyMap<string, SettingValue> {
  const added = [...kinds, ...Object.keys(changes).flatMap(name => kindOfSetting(name) ?? [])]
  return new Map(methodSettings(added).map(setting => [setting.setting, changes[setting.setting] ?? setting.default]))
}
