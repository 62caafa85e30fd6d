/** The way through pages, of 100 rows where nothing else is said. */
import { ChevronLeft, ChevronRight } from 'lucide-react'
import { formatCount } from '../format.ts'
import { Button } from './Button.tsx'
import styles from './Pager.module.css'

const PAGE_ROWS = 100

interface Props {
  /** What is paged, for the names of the buttons: `contributions`. */
  of: string
  page: number
  total: number
  pageRows?: number
  onPage: (page: number) => void
}

export function Pager({ of, page, total, pageRows = PAGE_ROWS, onPage }: Props) {
  if (total <= pageRows) return null
  const last = Math.ceil(total / pageRows) - 1
  return (
    <nav className={styles.pager} aria-label={`Pages of ${of}`}>
      <span aria-live="polite">
        {formatCount(page * pageRows + 1)} to {formatCount(Math.min(total, (page + 1) * pageRows))} of {formatCount(total)}
      </span>
      <Button
        label={`Earlier ${of}`}
        disabledReason={page === 0 ? 'This is the first page.' : null}
        onPress={() => onPage(page - 1)}
        focusName={`pager-back:${of}`}
      >
        <ChevronLeft size={14} aria-hidden="true" />
      </Button>
      <Button
        label={`Further ${of}`}
        disabledReason={page >= last ? 'This is the last page.' : null}
        onPress={() => onPage(page + 1)}
        focusName={`pager-on:${of}`}
      >
        <ChevronRight size={14} aria-hidden="true" />
      </Button>
    </nav>
  )
}
