/** All presets, and which of them a header is of. */
import type { InputKind } from '../../domain/input-kind.ts'
import { squeezeHeader } from '../headers.ts'
import { CODE_PRESETS } from './code-hosts.ts'
import { DEVLAKE_PRESETS } from './devlake.ts'
import { CLOUD_PRESETS } from './hris-cloud.ts'
import { ENTERPRISE_PRESETS } from './hris-enterprise.ts'
import { TALENT_PRESETS } from './hris-talent.ts'
import type { Preset } from './preset.ts'
import { WORK_PRESETS } from './work-tools.ts'

export const PRESETS: readonly Preset[] = [
  ...ENTERPRISE_PRESETS,
  ...CLOUD_PRESETS,
  ...TALENT_PRESETS,
  ...WORK_PRESETS,
  ...CODE_PRESETS,
  ...DEVLAKE_PRESETS,
]

const SIGNS = PRESETS.map(preset => new Set(preset.signs.map(squeezeHeader)))
const HEADERS = PRESETS.map(({ columns }) => new Set(Object.values(columns).flat(2).map(squeezeHeader)))

/** The preset with the most signs here, enough of them; of several the one that knows most headers. */
export function recognisePreset(headers: readonly string[], kind?: InputKind): Preset | null {
  const here = new Set(headers.filter(header => header.length < 100).map(squeezeHeader))
  let best: { preset: Preset; score: number } | null = null
  for (const [index, preset] of PRESETS.entries()) {
    if (kind !== undefined && preset.kind !== kind) continue
    // Of two kinds that one system's file can be, the first is meant unless the other is said.
    if (best?.preset.name === preset.name) continue
    const signs = countOf(SIGNS[index]!, here)
    if (signs < preset.least) continue
    const score = signs * 2 + countOf(HEADERS[index]!, here)
    if (best === null || score > best.score) best = { preset, score }
  }
  return best?.preset ?? null
}

function countOf(names: ReadonlySet<string>, here: ReadonlySet<string>): number {
  let count = 0
  for (const name of names) if (here.has(name)) count++
  return count
}
