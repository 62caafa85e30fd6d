/** What kind of file a header is of, and which system it comes from. */
import { INPUT_COLUMNS, INPUT_KINDS, type InputKind } from '../domain/input-kind.ts'
import { fieldFor, SYNONYM_RANK } from './field-names.ts'
import { foldHeader, squeezeHeader } from './headers.ts'
import { fieldsOf } from './mapping-model.ts'
import type { Preset } from './presets/preset.ts'
import { recognisePreset } from './presets/presets.ts'

/** A file with all our must columns as we spell them, or with mostly our names, is no other system's. */
export function presetFor(headers: readonly string[], kind?: InputKind): Preset | null {
  const spelt = new Set(headers.map(header => header.trim().toLowerCase()))
  const folded = new Set(headers.map(foldHeader))
  const kinds = kind === undefined ? INPUT_KINDS.filter(each => each === 'people' || INPUT_COLUMNS[each].must.length > 1) : [kind]
  const isOurs = kinds.some(each => {
    const { must } = INPUT_COLUMNS[each]
    const ours = fieldsOf(each).filter(field => folded.has(field)).length
    return must.every(field => spelt.has(field)) || (ours >= 0.6 * folded.size && must.every(field => folded.has(field)))
  })
  return isOurs ? null : recognisePreset(headers, kind)
}

const namesInPreset = (preset: Preset, header: string) =>
  Object.values(preset.columns).some(entries => entries.flat().some(name => squeezeHeader(name) === squeezeHeader(header)))

/** The kind of file these headers are of, or null when none has all its must columns here. */
export function recogniseKind(headers: readonly string[]): { readonly kind: InputKind; readonly confidence: number } | null {
  const named = [...new Set(headers.filter(header => header.trim() !== ''))]
  const preset = presetFor(named)
  if (preset) return { kind: preset.kind, confidence: 0.95 }
  const scores = INPUT_KINDS.map(kind => ({ kind, ...scoreOf(kind, named) })).filter(({ hasMust }) => hasMust)
  const best = scores.reduce<(typeof scores)[number] | null>((top, each) => (top === null || each.score > top.score ? each : top), null)
  // One familiar word among many strange ones says nothing.
  if (best === null || (best.score < 1.5 && best.score / named.length < 0.5)) return null
  const isTied = scores.some(each => each !== best && each.score === best.score)
  return { kind: best.kind, confidence: (best.known / named.length) * (isTied ? 0.5 : 1) }
}

/** How many of these cells could be headers of ours, in any kind of file, or of a system we know. */
export function countKnownHeaders(cells: readonly string[]): number {
  const preset = presetFor(cells)
  const ofPreset = preset ? cells.filter(cell => namesInPreset(preset, cell)).length : 0
  return Math.max(ofPreset, ...INPUT_KINDS.map(kind => scoreOf(kind, cells).known))
}

/** Columns of a job event that some people files have too: they tell little about the kind of file. */
const WEAK_SIGNS = new Set(['people.effective_date', 'people.reason', 'people.time_in_role'])

function scoreOf(kind: InputKind, headers: readonly string[]): { score: number; known: number; hasMust: boolean } {
  const best = new Map<string, number>()
  for (const header of headers) {
    const match = fieldFor(kind, header)
    if (match) best.set(match.field, Math.max(best.get(match.field) ?? 0, match.rank < SYNONYM_RANK ? 1 : 0.75))
  }
  let [score, known] = [0, 0]
  for (const [field, weight] of best) {
    known += weight
    score += WEAK_SIGNS.has(`${kind}.${field}`) ? weight / 4 : weight
  }
  return { score, known, hasMust: INPUT_COLUMNS[kind].must.every(field => best.has(field)) }
}
