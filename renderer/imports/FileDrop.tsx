/** Where files are picked or dropped. */
import { Upload } from 'lucide-react'
import { useRef, useState, type ReactNode } from 'react'
import { Button } from '../components/Button.tsx'
import { classes } from '../components/classes.ts'
import styles from './FileDrop.module.css'

interface Props {
  onFiles: (files: readonly File[]) => void
  children: ReactNode
  /** Files are there already: others can follow, but something else comes next. */
  further?: boolean
}

export function FileDrop({ onFiles, children, further = false }: Props) {
  const input = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  return (
    // Dropping is the second way; the button inside is the one for the keyboard.
    <div
      className={classes(styles.drop, further && styles.further, over && styles.over)}
      onDragOver={event => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={event => {
        event.preventDefault()
        setOver(false)
        onFiles([...event.dataTransfer.files])
      }}
    >
      {children}
      <input
        ref={input}
        type="file"
        multiple
        hidden
        accept=".csv,.tsv,.txt,text/csv"
        data-testid="files"
        onChange={event => {
          onFiles([...(event.target.files ?? [])])
          event.target.value = '' // the same file can be picked again after it was mended
        }}
      />
      <Button variant={further ? 'default' : 'primary'} onPress={() => input.current?.click()} focusName="choose-files">
        <Upload size={14} aria-hidden="true" /> {further ? 'Add files' : 'Choose files'}
      </Button>
    </div>
  )
}
