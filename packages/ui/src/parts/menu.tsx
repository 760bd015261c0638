// A button that opens a menu of actions or files.
import type { ReactNode } from 'react'
import { Button } from 'react-aria-components/Button'
import { Menu as AriaMenu, MenuItem, MenuTrigger } from 'react-aria-components/Menu'
import { Popover } from 'react-aria-components/Popover'

export type MenuChoice = { readonly id: string; readonly label: string; readonly onChoose: () => void }

type MenuProps = {
  readonly label: ReactNode
  readonly name: string
  readonly choices: readonly MenuChoice[]
  readonly className?: string
}

export function Menu({ label, name, choices, className = 'btn' }: MenuProps) {
  return (
    <MenuTrigger>
      <Button className={className}>
        {label} <span aria-hidden="true">▾</span>
      </Button>
      <Popover className="popover">
        <AriaMenu
          aria-label={name}
          className="outline-none"
          onAction={(key) => choices.find((it) => it.id === key)?.onChoose()}
        >
          {choices.map((choice) => (
            <MenuItem key={choice.id} id={choice.id} textValue={choice.label} className="option flex items-center">
              {choice.label}
            </MenuItem>
          ))}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  )
}
