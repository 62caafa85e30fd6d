/** One group of problems: what happened, what mends all of it at once, and its rows one by one. */
import { useEffect, useState } from 'react'
import { Pager } from '../components/Pager.tsx'
import { Waiting } from '../components/Waiting.tsx'
import { formatCount, formatPlural } from '../format.ts'
import { ROWS_PER_PAGE } from './check-store.ts'
import { ExaminedRowTable } from './ExaminedRowTable.tsx'
import { withFixes, withoutFix } from './file-mapping.ts'
import { GroupRemedies } from './GroupRemedies.tsx'
import styles from './GroupView.module.css'
import { groupName } from './problem-groups.ts'
import { problemWords } from './problem-words.ts'
import { RowPanel } from './RowPanel.tsx'
import type { Inspection, Mapping, ProblemGroup } from './answers.ts'
import type { useCheck } from './use-check.ts'

interface Props {
  file: Inspection
  group: ProblemGroup
  check: ReturnType<typeof useCheck>
  onMapping: (mapping: Mapping) => void
}

export function GroupView({ file, group, check, onMapping }: Props) {
  const { loadRows, allRows, isCurrent, checkedKey } = check
  const { handle, mapping } = file
  const name = groupName(group)
  const [openLine, setOpenLine] = useState<{ readonly name: string; readonly line: number } | null>(null)
  const shown = check.rows?.handle === handle && groupName(check.rows.group) === name ? check.rows : null
  useEffect(() => {
    if (isCurrent) void loadRows(handle, keyOfGroup(group), null)
  }, [loadRows, handle, group, isCurrent])
  const row = openLine?.name === name ? (shown?.rows.find(each => each.line === openLine.line) ?? null) : null
  if (!mapping) return null
  return (
    <>
      <div className={styles.view} data-scroll={`group:${name}`} data-region="group" key={name}>
        <h2>{problemWords(group.code)}</h2>
        <p className={styles.count}>
          {group.column !== null && <b>{group.column}</b>}
          {shown?.total === 0 && group.severity === 'warning' ? ' the whole file goes in, but take note' : countWords(group)}
        </p>
        <p className={styles.message}>
          <span>For example</span> {group.message}
        </p>
        <GroupRemedies
          key={`${name} ${checkedKey ?? ''}`}
          file={file}
          group={group}
          rows={shown?.total ?? 0}
          onMapping={onMapping}
          allRows={limit => allRows(handle, keyOfGroup(group), limit)}
        />
        <section className={styles.rows}>
          <h3>Its rows</h3>
          {shown === null && <Waiting>Reading the rows</Waiting>}
          {shown?.total === 0 && <p className={styles.hint}>This speaks of the file as a whole: there is no single row to show.</p>}
          {shown && shown.total > 0 && (
            <>
              <ExaminedRowTable
                headers={shown.headers}
                rows={shown.rows}
                group={group}
                open={row?.line ?? null}
                onOpen={line => setOpenLine({ name, line })}
              />
              <Pager
                of="rows"
                page={shown.page}
                total={shown.total}
                pageRows={ROWS_PER_PAGE}
                onPage={page => void loadRows(handle, keyOfGroup(group), page)}
              />
              {shown.total < group.count && (
                <p className={styles.hint}>The first {formatCount(shown.total)} can be looked at here; fixes reach all of them.</p>
              )}
            </>
          )}
        </section>
      </div>
      {row && shown && (
        <RowPanel
          key={row.line}
          file={file}
          headers={shown.headers}
          row={row}
          column={group.column}
          onFix={fix => onMapping(withFixes(mapping, [fix]))}
          onUnfix={fix => onMapping(withoutFix(mapping, fix))}
          onClose={() => {
            setOpenLine(null)
            document.querySelector<HTMLElement>(`[data-focus="row:${row.line}"]`)?.focus()
          }}
        />
      )}
    </>
  )
}

const keyOfGroup = ({ code, severity, column }: ProblemGroup) => ({ code, severity, column })

function countWords({ severity, count }: ProblemGroup): string {
  if (severity === 'fatal') return ' stops the whole file'
  return severity === 'error'
    ? ` ${formatPlural(count, 'row stays', 'rows stay')} out`
    : ` ${formatPlural(count, 'row goes', 'rows go')} in, but take note`
}
