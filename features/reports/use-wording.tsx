// Saves the wording of a section of a report; what is shown of the narrative is then asked for again.
import { newId, useCommand } from '@kheo/ui/server.ts'
import { type ReportView, reports } from './schema.ts'

export function useWording(view: Pick<ReportView, 'unitId' | 'type' | 'period'>) {
  const save = useCommand(reports.saveNarrative, [reports.view, reports.proof])
  return {
    isBusy: save.isPending,
    error: save.error,
    /** An empty text restores the standard wording. */
    send: (section: number, text: string) =>
      save.mutateAsync({
        commandId: newId(),
        unit: view.unitId,
        type: view.type,
        period: view.period.id,
        section,
        text,
      }),
  }
}
