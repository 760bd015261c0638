// Moving a guest to a seat: whoever sits there takes the seat that becomes free.
import { messageOf, newId, useCommand } from '@kheo/ui/server.ts'
import { useState } from 'react'
import type { Guest, Seat } from './facts.ts'
import { conferenceRoom, type View } from './schema.ts'

type Move = {
  readonly guest: Guest
  /** Undefined for one who has no seat yet. */
  readonly from: Seat | undefined
  readonly to: Seat
  readonly occupant: Guest | undefined
}

export function useSeatMoves(view: View) {
  // Refreshed once after the last of several changes, not after each.
  const quiet = useCommand(conferenceRoom.changeGuest)
  const last = useCommand(conferenceRoom.changeGuest, [conferenceRoom.view])
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string>()
  const { unit, id } = view.facts
  const bodyOf = ({ seq, name, post, body, group, rank }: Guest, seat: Seat | null) => ({
    commandId: newId(),
    unit,
    conference: id,
    seq,
    guest: { name, post, body, group, rank, point: null },
    seat,
  })
  const run = async (work: () => Promise<unknown>) => {
    setBusy(true)
    setProblem(undefined)
    try {
      await work()
    } catch (error) {
      setProblem(messageOf(error))
    }
    setBusy(false)
  }
  const move = ({ guest, from, to, occupant }: Move) =>
    run(async () => {
      if (occupant === undefined) return last.mutateAsync(bodyOf(guest, to))
      // A seat given by hand is refused to a second guest, so it is given up first.
      if (occupant.seat !== null) await quiet.mutateAsync(bodyOf(occupant, null))
      if (from === undefined) return last.mutateAsync(bodyOf(guest, to))
      await quiet.mutateAsync(bodyOf(guest, to))
      return last.mutateAsync(bodyOf(occupant, from))
    })
  /** The seat is computed again. */
  const release = (guest: Guest) => run(() => last.mutateAsync(bodyOf(guest, null)))
  return { move, release, isBusy, problem }
}
