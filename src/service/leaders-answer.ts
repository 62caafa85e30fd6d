/** Leaders in the window: in the order of names, narrowed by a word and by what stands out. */
import type { z } from 'zod'
import type { AnalysisDocument } from '../contract/analysis.ts'
import type { Output } from '../contract/contract.ts'
import { LEADERS_PAGE, type leadersFilterSchema } from '../contract/organisation.ts'
import { PATTERNS } from '../domain/flag.ts'
import { compareText } from '../domain/identifiers.ts'
import { placeOf } from './document-blocks.ts'
import type { LoadedAnalysis } from './loaded-analysis.ts'
import { figureKey } from './organisation-record.ts'

type Answer = Output<'leaders.get'>
type LeaderRow = Answer['rows'][number]
type Filter = z.output<typeof leadersFilterSchema>
type Show = Filter['show']

export function leadersAnswer(analysis: LoadedAnalysis, { text, show }: Filter, page: number): Answer {
  const { document, organisation } = analysis
  const all = leaderRows(analysis)
  const isShown = shownBy(new Set(organisation.core.components))
  const wanted = text.trim().toLowerCase()
  const found = all.filter(
    row => isShown[show](row) && [row.name, row.orgUnit ?? '', row.title ?? ''].some(field => field.toLowerCase().includes(wanted)),
  )
  const count = (one: Show) => all.filter(isShown[one]).length
  return {
    window: document.window,
    counts: { all: all.length, distant: count('distant'), player_coach: count('player_coach'), not_ready: count('not_ready') },
    core: { components: [...organisation.core.components], isMarked: organisation.core.isMarked },
    total: found.length,
    rows: found.slice(page * LEADERS_PAGE, (page + 1) * LEADERS_PAGE),
    quality: document.quality.filter(({ figure }) => figure === 'leaders'),
  }
}

const shownBy = (core: ReadonlySet<string>): Readonly<Record<Show, (row: LeaderRow) => boolean>> => ({
  all: () => true,
  distant: row => row.distant,
  player_coach: row => row.playerCoach === true,
  not_ready: row => {
    const ready = new Set(row.rebuild.flatMap(({ component, verdict }) => (verdict === 'ready' ? [component] : [])))
    return row.owned.some(component => core.has(component) && !ready.has(component))
  },
})

const rowsByAnalysis = new WeakMap<LoadedAnalysis, readonly LeaderRow[]>()

/** Made once per analysis: sorting by name needs all of them. */
function leaderRows(analysis: LoadedAnalysis): readonly LeaderRow[] {
  const known = rowsByAnalysis.get(analysis)
  if (known) return known
  const rows = analysis
    .leaders()
    .map(leader => leaderRow(analysis, leader))
    .toSorted((a, b) => compareText(a.name, b.name) || compareText(a.personId, b.personId))
  rowsByAnalysis.set(analysis, rows)
  return rows
}

const BITS_PER_BAND = 2
const DISTANT = 0b11 << (BITS_PER_BAND * PATTERNS.indexOf('distant_leader'))

function leaderRow({ people, organisation }: LoadedAnalysis, leader: AnalysisDocument['leaders'][number]): LeaderRow {
  const { arrays, dictionaries } = people.table
  const place = placeOf(people, leader.personId)
  const textOf = (column: 'title' | 'unit') => dictionaries[column]![arrays[column]![place]!] ?? null
  const { coreSystems: _count, usesTools, presentAtDecisions, pushesBack, rebuild, ...figures } = leader
  return {
    ...figures,
    name: dictionaries['name']![place] ?? leader.personId,
    title: textOf('title'),
    orgUnit: textOf('unit'),
    usesTools: withoutIds(usesTools),
    presentAtDecisions: withoutIds(presentAtDecisions),
    pushesBack: withoutIds(pushesBack),
    freshnessRows: organisation.behind.get(figureKey('freshness', leader.personId))?.length ?? 0,
    rebuild: rebuild.map(withoutIds),
    distant: (arrays['flags']![place]! & DISTANT) !== 0,
  }
}

function withoutIds<Figure extends { readonly evidence: unknown }>({ evidence: _ids, ...figure }: Figure): Omit<Figure, 'evidence'> {
  return figure
}
