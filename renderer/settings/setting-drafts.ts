/** Settings as somebody is changing them: what was typed, what it means, and what is wrong with it. */
import type { Setting, Settings, SettingValue } from './answers.ts'

export interface Draft {
  /** As it stands in the field. */
  readonly text: string
  /** Null while it cannot be used. */
  readonly value: SettingValue | null
  readonly problem: string | null
}
export type Drafts = Readonly<Record<string, Draft>>

const plainNumber = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 4, useGrouping: false })

/** A value as it stands in a field, or in a sentence. */
export function valueText(value: SettingValue): string {
  if (typeof value === 'number') return plainNumber.format(value)
  if (typeof value === 'boolean') return value ? 'on' : 'off'
  return typeof value === 'string' ? value : value.join('\n')
}

/** What a text in the field of a number means. A comma is taken for the sign of decimals. */
export function readNumber(text: string, form: Extract<Setting['form'], { kind: 'number' }>): Draft {
  const trimmed = text.trim().replace(',', '.')
  const value = Number(trimmed)
  const range = `${valueText(form.minimum)} to ${valueText(form.maximum)}`
  if (!/^\d*\.?\d+$|^\d+\.$/.test(trimmed)) return { text, value: null, problem: `Give a number from ${range}.` }
  if (form.isWhole && !Number.isInteger(value)) return { text, value: null, problem: `Give a whole number from ${range}.` }
  if (value < form.minimum || value > form.maximum) return { text, value: null, problem: `It can be ${range}.` }
  return { text, value, problem: null }
}

const MOST_TITLES = 500
const LONGEST_TITLE = 100

/** One title a line; blank lines and those given twice are left out. */
export function readTitles(text: string): Draft {
  const titles = [...new Set(text.split('\n').map(line => line.trim()))].filter(line => line !== '')
  if (titles.length > MOST_TITLES) return { text, value: null, problem: `These are over ${MOST_TITLES} titles.` }
  if (titles.some(title => title.length > LONGEST_TITLE))
    return { text, value: null, problem: `A title is longer than ${LONGEST_TITLE} characters.` }
  return { text, value: titles, problem: null }
}

export const draftOf = (value: SettingValue): Draft => ({ text: valueText(value), value, problem: null })

export const isSame = (a: SettingValue, b: SettingValue) => JSON.stringify(a) === JSON.stringify(b)

export const isDefault = (setting: Setting, value: SettingValue) => isSame(value, setting.default)

/** What would be sent: null puts a setting back to its default. Drafts that cannot be used are left out. */
export function changesOf(settings: readonly Setting[], drafts: Drafts): Record<string, SettingValue | null> {
  return Object.fromEntries(
    settings.flatMap(setting => {
      const value = drafts[setting.setting]?.value ?? null
      if (value === null || isSame(value, setting.value)) return []
      return [[setting.setting, isDefault(setting, value) ? null : value]]
    }),
  )
}

export const settingsOf = ({ groups }: Settings): readonly Setting[] => groups.flatMap(({ settings }) => settings)

export interface KindSettings {
  readonly kind: string
  readonly mode: Setting
  readonly weightHours: Setting
  readonly changesArtifact: Setting
  /** No mode of work was given to it yet. */
  readonly isUnplaced: boolean
}

const KIND = /^kinds\.(.+)\.(mode|weightHours|changesArtifact)$/

/** The settings of kinds, three a kind: those nobody has placed first. */
export function kindsOf(settings: readonly Setting[]): readonly KindSettings[] {
  const kinds = new Map<string, Record<string, Setting>>()
  for (const setting of settings) {
    const [, kind, name] = KIND.exec(setting.setting) ?? []
    if (kind !== undefined && name !== undefined) kinds.set(kind, { ...kinds.get(kind), [name]: setting })
  }
  return [...kinds]
    .flatMap(([kind, { mode, weightHours, changesArtifact }]) =>
      mode && weightHours && changesArtifact ? [{ kind, mode, weightHours, changesArtifact, isUnplaced: mode.value === 'unmapped' }] : [],
    )
    .toSorted((a, b) => Number(b.isUnplaced) - Number(a.isUnplaced))
}
