/** One of many, found by typing a part of it. */
import { Check, ChevronDown } from 'lucide-react'
import { Button, ComboBox, Input, ListBox, ListBoxItem, Popover } from 'react-aria-components'
import list from './Choice.module.css'
import { classes } from './classes.ts'
import styles from './Combo.module.css'
import type { Option } from './Choice.tsx'

interface Props {
  label: string
  options: readonly Option<string>[]
  value: string
  onChange: (value: string) => void
  /** Marks that something has to be chosen. */
  invalid?: boolean
  focusName?: string
}

export function Combo({ label, options, value, onChange, invalid = false, focusName }: Props) {
  return (
    <ComboBox
      aria-label={label}
      selectedKey={value}
      onSelectionChange={key => {
        const option = options.find(candidate => candidate.value === key)
        if (option && option.value !== value) onChange(option.value)
      }}
      isInvalid={invalid}
      menuTrigger="focus"
      defaultItems={options}
      className={styles.combo ?? ''}
    >
      <Input
        className={styles.input ?? ''}
        data-focus={focusName}
        onFocus={event => {
          // The list under it moves a focus of its own, which must not mark what is being typed.
          if (event.isTrusted) event.currentTarget.select()
        }}
      />
      <Button className={styles.arrow ?? ''} aria-label={`Show all for ${label}`}>
        <ChevronDown size={12} aria-hidden="true" />
      </Button>
      <Popover className={list.popover ?? ''} offset={4}>
        <ListBox className={list.list ?? ''} renderEmptyState={() => <p className={styles.nothing}>No column is called this.</p>}>
          {(option: Option<string>) => (
            <ListBoxItem id={option.value} textValue={option.label} className={list.option ?? ''}>
              {({ isSelected }) => (
                <>
                  <Check size={14} aria-hidden="true" className={classes(list.check, isSelected && list.checked)} />
                  {option.label}
                </>
              )}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  )
}
