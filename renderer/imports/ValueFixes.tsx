/** Each different value of a group beside what it shall read instead. */
import { useState } from 'react'
import { Button } from '../components/Button.tsx'
import { classes } from '../components/classes.ts'
import table from '../components/Table.module.css'
import { formatCount, formatPlural } from '../format.ts'
import { LONGEST_SHOWN } from './problem-groups.ts'
import styles from './ValueFixes.module.css'
import type { Fix, ProblemGroup } from './answers.ts'

interface Props {
  group: ProblemGroup
  column: string
  onFixes: (fixes: readonly Fix[]) => void
}

export function ValueFixes({ group, column, onFixes }: Props) {
  /** What is written so far, by the value it stands for; the empty text makes blank. */
  const [draft, setDraft] = useState<Readonly<Record<string, string>>>({})
  const values = group.values.filter(({ text }) => text !== '')
  const set = (text: string, to: string | null) => {
    const { [text]: _former, ...others } = draft
    setDraft(to === null ? others : { ...others, [text]: to })
  }
  const replaceable = values.filter(({ text }) => text.length < LONGEST_SHOWN)
  const fixes = replaceable.flatMap(({ text }): Fix[] => {
    const to = draft[text]?.trim()
    return to === undefined || to === text ? [] : [{ kind: 'replace', column, from: text, to }]
  })
  const cells = replaceable
    .filter(({ text }) => fixes.some(fix => fix.kind === 'replace' && fix.from === text))
    .reduce((sum, { count }) => sum + count, 0)
  const allBlank = replaceable.every(({ text }) => draft[text] === '')
  return (
    <form
      className={styles.values}
      onSubmit={event => {
        event.preventDefault()
        if (fixes.length > 0) onFixes(fixes)
      }}
    >
      <h3>
        Replace values
        {group.distinctValues > values.length && (
          <small>
            the {formatCount(values.length)} most frequent of {formatCount(group.distinctValues)}
          </small>
        )}
      </h3>
      <div className={styles.scroll} data-scroll="values">
        <table className={table.table}>
          <thead>
            <tr>
              <th scope="col">In the file</th>
              <th scope="col" className={table.number}>
                Cells
              </th>
              <th scope="col">Shall read</th>
              <th scope="col">
                <span className="visually-hidden">Make blank</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {values.map(({ text, count }) => (
              <tr key={text}>
                <th scope="row" className={table.long}>
                  <code>{text}</code>
                </th>
                <td className={table.number}>{formatCount(count)}</td>
                {text.length < LONGEST_SHOWN ? (
                  <>
                    <td className={styles.to}>
                      <input
                        value={draft[text] ?? ''}
                        placeholder={draft[text] === '' ? 'blank' : 'as it is'}
                        aria-label={`${text} shall read`}
                        onChange={event => set(text, event.target.value === '' ? null : event.target.value)}
                      />
                    </td>
                    <td>
                      <Button
                        variant="quiet"
                        label={`Make ${text} blank`}
                        pressed={draft[text] === ''}
                        onPress={() => set(text, draft[text] === '' ? null : '')}
                      >
                        Blank
                      </Button>
                    </td>
                  </>
                ) : (
                  <td colSpan={2} className={classes(table.quiet)}>
                    too long to replace: edit its rows below
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className={styles.apply}>
        <Button
          variant="primary"
          onPress={() => onFixes(fixes)}
          disabledReason={fixes.length === 0 ? 'Write beside a value what it shall read.' : null}
        >
          {fixes.length === 0 ? 'Replace' : `Replace ${formatPlural(fixes.length, 'value')} in ${formatPlural(cells, 'cell')}`}
        </Button>
        {replaceable.length > 1 && (
          <Button variant="quiet" onPress={() => setDraft(allBlank ? {} : Object.fromEntries(replaceable.map(({ text }) => [text, ''])))}>
            {allBlank ? 'None blank' : 'All blank'}
          </Button>
        )}
      </div>
    </form>
  )
}
