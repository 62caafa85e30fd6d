/** Filter and order of the list as chips that read as one sentence. */
import { X } from 'lucide-react'
import { Button } from '../components/Button.tsx'
import { Choice } from '../components/Choice.tsx'
import { NameBox, Sentence, SentenceEnd } from '../components/Sentence.tsx'
import { formatCount, formatPlural } from '../format.ts'
import { EVERY_SYSTEM, SYSTEMS_SORTS, VERDICT_FILTERS, type SystemsQuery } from '../navigation/address.ts'
import { SORT_CLAUSE, VERDICT_CLAUSE } from './verdict.ts'

interface Props {
  query: SystemsQuery
  shown: number | null
  all: number | null
  /** `typing` marks a change that is one letter of many. */
  onChange: (query: SystemsQuery, typing: boolean) => void
  /** Escape in the name box. */
  onLeave: () => void
}

const VERDICTS = (['any', ...VERDICT_FILTERS] as const).map(value => ({ value, label: VERDICT_CLAUSE[value] }))
const SORTS = SYSTEMS_SORTS.map(value => ({ value, label: SORT_CLAUSE[value] }))

export function FilterSentence({ query, shown, all, onChange, onLeave }: Props) {
  const filtered = query.verdict !== null || query.mattersOnly || query.text !== ''
  const change = (changes: Partial<SystemsQuery>, typing = false) => onChange({ ...query, ...changes }, typing)
  return (
    <Sentence label="Systems">
      <span>Systems that</span>
      <Choice
        label="Verdict"
        options={VERDICTS}
        value={query.verdict ?? 'any'}
        active={query.verdict !== null}
        onChange={value => change({ verdict: value === 'any' ? null : value })}
        focusName="filter-verdict"
      />
      <Button pressed={query.mattersOnly} onPress={() => change({ mattersOnly: !query.mattersOnly })} focusName="filter-matters">
        {query.mattersOnly ? 'and matter' : 'of any weight'}
      </Button>
      <NameBox
        before="with"
        label="Text in name, unit or keeper"
        placeholder="any name, unit, keeper"
        value={query.text}
        onType={text => change({ text }, true)}
        onLeave={onLeave}
      />
      <span>sorted by</span>
      <Choice label="Order" options={SORTS} value={query.sort} onChange={sort => change({ sort })} focusName="filter-sort" />
      {filtered && (
        <Button variant="quiet" onPress={() => change({ ...EVERY_SYSTEM, sort: query.sort })} focusName="filter-clear">
          <X size={14} aria-hidden="true" /> Clear
        </Button>
      )}
      <SentenceEnd count={shown === null ? null : counted(shown, filtered ? all : null)} />
    </Sentence>
  )
}

const counted = (shown: number, all: number | null) =>
  all === null ? formatPlural(shown, 'system') : `${formatCount(shown)} of ${formatPlural(all, 'system')}`
