/** Everything of the method that can be argued about, in one list: what it is called, its range, its default and why. */
import { PATTERNS } from '../domain/flag.ts'
import type { Pattern } from '../domain/flag.ts'
import { DEFAULT_KINDS, WORK_MODES } from '../domain/kinds.ts'
import type { ContributionKind } from '../domain/kinds.ts'
import type { TitleRules } from '../domain/title-rules.ts'
import { AGENT_SETTING_RULES } from './agent-settings.ts'
import { BUILDER_TRAP_SETTING_RULES } from './builder-trap-settings.ts'
import { ENABLER_TRAP_SETTING_RULES } from './enabler-trap-settings.ts'
import { FAIRNESS_SETTING_RULES } from './fairness-settings.ts'
import { LEADER_SETTING_RULES } from './leader-settings.ts'
import { ORGANISATION_SETTING_RULES } from './organisation-settings.ts'
import { DEFAULT_PATTERN_SETTINGS } from './patterns.ts'
import type { PatternSettings } from './patterns.ts'
import { ROUTE_SETTING_RULES } from './route-settings.ts'
import { LIVE_SETTINGS, patternsTouchedBy } from './setting-effects.ts'
import {
  AGENT_WORDS,
  BUILDER_TRAP_WORDS,
  ENABLER_TRAP_WORDS,
  FAIRNESS_WORDS,
  GROUND_WORDS,
  LEADER_WORDS,
  ORGANISATION_WORDS,
  ROUTE_WORDS,
} from './setting-words.ts'
import type { Words } from './setting-words.ts'
import { DEFAULT_SETTINGS, SETTING_RULES } from './settings.ts'
import type { SettingRule } from './setting-rule.ts'
import type { Settings } from './settings.ts'

/** All that an analysis is made with besides the data. */
export interface MethodSettings {
  readonly settings: Settings
  readonly patterns: PatternSettings
  /** By name; a kind that is not there carries no mode and no effort. */
  readonly kinds: Readonly<Record<string, ContributionKind>>
  readonly titles: TitleRules
}

export type SettingValue = number | boolean | string | readonly string[]

export type SettingForm =
  | { readonly kind: 'number'; readonly minimum: number; readonly maximum: number; readonly isWhole: boolean }
  | { readonly kind: 'switch' }
  | { readonly kind: 'choice'; readonly options: readonly string[] }
  /** Titles, or parts of them. */
  | { readonly kind: 'titles' }

export const SETTING_GROUPS = [
  'ground',
  'builder_trap',
  'enabler_trap',
  'routes',
  'organisation',
  'leaders',
  'agents',
  'fairness',
  'kinds',
  'titles',
] as const
export type SettingGroup = (typeof SETTING_GROUPS)[number]

export interface MethodSetting {
  /** As it stands in `method.settings`: `windowMonths`, `builder_trap.builderOwnEffort`, `kinds.commit.mode`. */
  readonly setting: string
  readonly group: SettingGroup
  readonly label: string
  /** Empty where the value speaks for itself. */
  readonly unit: string
  readonly form: SettingForm
  readonly default: SettingValue
  readonly reason: string
  /** Whose flags it can change. */
  readonly patterns: readonly Pattern[]
  /** Whether flags can be counted at another value without a new analysis. */
  readonly isLive: boolean
}

export const UNMAPPED = 'unmapped'

interface Family {
  readonly group: SettingGroup
  /** Null for the ground, whose settings stand under their own names. */
  readonly key: keyof PatternSettings | null
  readonly defaults: Readonly<Record<string, number | boolean>>
  readonly rules: Readonly<Record<string, SettingRule>>
  readonly words: Readonly<Record<string, Words>>
}

const { builderTrap, enablerTrap, routes, organisation, leaders, agents, fairness } = DEFAULT_PATTERN_SETTINGS

/** Interfaces have no index of their own; spread, they are plain records. */
export const FAMILIES: readonly Family[] = [
  { group: 'ground', key: null, defaults: { ...DEFAULT_SETTINGS }, rules: SETTING_RULES, words: GROUND_WORDS },
  {
    group: 'builder_trap',
    key: 'builderTrap',
    defaults: { ...builderTrap },
    rules: BUILDER_TRAP_SETTING_RULES,
    words: BUILDER_TRAP_WORDS,
  },
  {
    group: 'enabler_trap',
    key: 'enablerTrap',
    defaults: { ...enablerTrap },
    rules: ENABLER_TRAP_SETTING_RULES,
    words: ENABLER_TRAP_WORDS,
  },
  { group: 'routes', key: 'routes', defaults: { ...routes }, rules: ROUTE_SETTING_RULES, words: ROUTE_WORDS },
  {
    group: 'organisation',
    key: 'organisation',
    defaults: { ...organisation },
    rules: ORGANISATION_SETTING_RULES,
    words: ORGANISATION_WORDS,
  },
  { group: 'leaders', key: 'leaders', defaults: { ...leaders }, rules: LEADER_SETTING_RULES, words: LEADER_WORDS },
  { group: 'agents', key: 'agents', defaults: { ...agents }, rules: AGENT_SETTING_RULES, words: AGENT_WORDS },
  { group: 'fairness', key: 'fairness', defaults: { ...fairness }, rules: FAIRNESS_SETTING_RULES, words: FAIRNESS_WORDS },
]

export const settingName = ({ group, key }: Pick<Family, 'group' | 'key'>, name: string) => (key === null ? name : `${group}.${name}`)

const formOf = (rule: SettingRule): SettingForm =>
  rule.kind === 'choice' ? { kind: 'switch' } : { kind: 'number', minimum: rule.minimum, maximum: rule.maximum, isWhole: rule.whole }

const ofFamilies = FAMILIES.flatMap((family): MethodSetting[] =>
  Object.entries(family.defaults).map(([name, value]) => {
    const setting = settingName(family, name)
    const [label, unit] = family.words[name]!
    const rule = family.rules[name]!
    return {
      setting,
      group: family.group,
      label,
      unit,
      form: formOf(rule),
      default: value,
      reason: rule.reason,
      patterns: patternsTouchedBy(family.group, name),
      isLive: LIVE_SETTINGS.has(setting),
    }
  }),
)

/** What a kind counts as until somebody maps it. */
export const NEW_KIND = { mode: UNMAPPED, weightHours: 2, changesArtifact: false } as const
const MOST_KIND_HOURS = 200

/** The three settings of a kind of contribution; of one this version does not know as well. */
export function settingsOfKind(kind: string): MethodSetting[] {
  const known = Object.hasOwn(DEFAULT_KINDS, kind) ? DEFAULT_KINDS[kind] : undefined
  const { mode, weightHours, changesArtifact } = known ?? NEW_KIND
  const setting = (name: string, label: string, unit: string, form: SettingForm, value: SettingValue, reason: string): MethodSetting => ({
    setting: `kinds.${kind}.${name}`,
    group: 'kinds',
    label: `${kind.replaceAll('_', ' ')}: ${label}`,
    unit,
    form,
    default: value,
    reason,
    patterns: PATTERNS,
    isLive: false,
  })
  const options = known ? WORK_MODES : [...WORK_MODES, UNMAPPED]
  return [
    setting(
      'mode',
      'mode of work',
      '',
      { kind: 'choice', options },
      mode,
      known
        ? 'What most organisations mean by it: whether it makes something, helps others make it, decides, coordinates or governs.'
        : 'Nobody has said yet what this kind of work is; until then it carries no effort.',
    ),
    setting(
      'weightHours',
      'typical hours of one piece',
      'hours',
      { kind: 'number', minimum: 0, maximum: MOST_KIND_HOURS, isWhole: false },
      weightHours,
      'Asked only where no hours are recorded. Recorded hours set the scale, so what counts is how kinds stand to each other.',
    ),
    setting(
      'changesArtifact',
      'makes somebody know what it touches',
      '',
      { kind: 'switch' },
      changesArtifact,
      'Knowing comes from changing: whoever reviews, decides or meets about something need not be able to carry it on.',
    ),
  ]
}

const OF_TITLES: readonly MethodSetting[] = (['coordinating', 'individual'] as const).map(name => ({
  setting: `titles.${name}`,
  group: 'titles',
  label: name === 'coordinating' ? 'Titles that stand for coordinating others' : 'Titles that do not stand for coordinating others',
  unit: '',
  form: { kind: 'titles' },
  default: [],
  reason:
    name === 'coordinating'
      ? 'Titles are read by their words, in English, German, French and Spanish; words of your own are added here.'
      : 'A "team lead" who builds all day is no manager: titles that only sound like one are named here.',
  patterns: patternsTouchedBy('titles', name),
  isLive: false,
}))

const KNOWN: readonly MethodSetting[] = [...ofFamilies, ...Object.keys(DEFAULT_KINDS).flatMap(settingsOfKind), ...OF_TITLES]
const BY_NAME: ReadonlyMap<string, MethodSetting> = new Map(KNOWN.map(setting => [setting.setting, setting]))

const OF_KIND = /^kinds\.(.+)\.(mode|weightHours|changesArtifact)$/
/** Longer than any name of a kind. */
const LONGEST_KIND = 200

/** The kind a setting is about; null for all other settings. */
export function kindOfSetting(setting: string): string | null {
  const kind = OF_KIND.exec(setting)?.[1] ?? null
  return kind === null || kind.length > LONGEST_KIND ? null : kind
}

/** Null for what is no setting of this method. */
export function methodSetting(setting: string): MethodSetting | null {
  const kind = kindOfSetting(setting)
  return BY_NAME.get(setting) ?? (kind === null ? null : (settingsOfKind(kind).find(one => one.setting === setting) ?? null))
}

/** All settings, in the order of groups; `kinds` are added to those this version knows. */
export function methodSettings(kinds: readonly string[] = []): MethodSetting[] {
  const added = [...new Set(kinds)].filter(kind => !Object.hasOwn(DEFAULT_KINDS, kind)).sort()
  const settings = [...KNOWN, ...added.flatMap(settingsOfKind)]
  return SETTING_GROUPS.flatMap(group => settings.filter(setting => setting.group === group))
}
