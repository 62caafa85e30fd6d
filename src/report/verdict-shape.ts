/** A verdict as a shape and a word, so that it survives a grey printout and a reader who cannot see colours. */
import type { ComponentEntry } from '../contract/analysis.ts'
import { markup, type Markup } from './markup.ts'

type Verdict = 'one' | 'none' | 'several' | 'unknown'

const WORDS: Readonly<Record<Verdict, string>> = { one: 'one keeper', none: 'no keeper', several: 'several', unknown: 'not known' }

/** Drawn once a page; `verdict` refers to them. Diamond full, diamond hollow, two discs, dashed ring. */
export const verdictShapes: Markup = markup`<svg width="0" height="0" aria-hidden="true" class="shapes">
  <symbol id="shape-one" viewBox="0 0 12 12"><path class="full" d="M6 0.5 11.5 6 6 11.5 0.5 6Z"/></symbol>
  <symbol id="shape-none" viewBox="0 0 12 12"><path class="hollow" d="M6 1.3 10.7 6 6 10.7 1.3 6Z"/></symbol>
  <symbol id="shape-several" viewBox="0 0 12 12">
    <circle class="quiet" cx="3.2" cy="6" r="2.6"/>
    <circle class="quiet" cx="8.8" cy="6" r="2.6"/>
  </symbol>
  <symbol id="shape-unknown" viewBox="0 0 12 12"><circle class="dashed" cx="6" cy="6" r="4.6"/></symbol>
</svg>
`

export function verdict(keepers: ComponentEntry['keepers']): Markup {
  const kind: Verdict = keepers ?? 'unknown'
  return markup`<span class="verdict"><svg width="12" height="12" aria-hidden="true"><use href="#shape-${kind}"/></svg> ${WORDS[kind]}</span>`
}
