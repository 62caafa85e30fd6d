/** The numeric settings of the ground and of the patterns by the name they have in `method.settings`. */
import { FAMILIES, settingName } from './method-settings.ts'
import type { PatternSettings } from './patterns.ts'
import type { Settings } from './settings.ts'

export function settingNumbers(settings: Settings, patterns: PatternSettings): Readonly<Record<string, number>> {
  const numbers: Record<string, number> = {}
  for (const family of FAMILIES) {
    const own: object = family.key === null ? settings : patterns[family.key]
    for (const [name, value] of Object.entries(own) as [string, unknown][])
      if (typeof value === 'number') numbers[settingName(family, name)] = value
  }
  return numbers
}
