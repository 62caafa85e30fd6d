/** Filter and order of the list as chips that read as one sentence. */
import { X } from 'lucide-react'
import { Button } from '../components/Button.tsx'
import { Choice } from '../components/Choice.tsx'
import { formatCount, formatPlural } from '../format.ts'
import { EVERY_SYSTEM, SYSTEMS_SORTS, VERDICT_FILTERS, type SystemsQuery } from '../navigation/address.ts'
import styles from './FilterSentence.module.css'
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
    <div className={styles.sentence} role="search" aria-label="Systems">
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
      <label className={styles.name}>
        <span>with</span>
        <input
          id="filter-text"
          aria-label="Text in name, unit or keeper"
          placeholder="any name, unit, keeper"
          maxLength={200}
          value={query.text}
          data-focus="filter-text"
          data-active={query.text !== '' || undefined}
          onChange={event => change({ text: event.target.value }, true)}
          onKeyDown={event => {
            if (event.key === 'Escape' || event.key === 'Enter') onLeave()
          }}
        />
        <kbd aria-hidden="true">/</kbd>
      </label>
      <span>sorted by</span>
      <Choice label="Order" options={SORTS} value={query.sort} onChange={sort => change({ sort })} focusName="filter-sort" />
      {filtered && (
        <Button variant="quiet" onPress={() => change({ ...EVERY_SYSTEM, sort: query.sort })} focusName="filter-clear">
          <X size={14} aria-hidden="true" /> Clear
        </Button>
      )}
      <span role="status" className={styles.count}>
        {shown !== null &&
          (filtered && all !== null ? `${formatCount(shown)} of ${formatPlural(all, 'system')}` : formatPlural(shown, 'system'))}
      </span>
    </div>
  )
}
