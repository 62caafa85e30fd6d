/** Which method and which settings a report was computed with. */
import { createHash } from 'node:crypto'
import { DEFAULT_PATTERN_SETTINGS } from '../../src/analysis/patterns.ts'
import { DEFAULT_SETTINGS, METHOD_VERSION } from '../../src/analysis/settings.ts'

/** The line by which a report says what it is of. */
export function methodLine(): string {
  const settings = JSON.stringify([DEFAULT_SETTINGS, DEFAULT_PATTERN_SETTINGS])
  return `Method ${METHOD_VERSION}, settings ${createHash('sha256').update(settings).digest('hex').slice(0, 16)}.`
}
