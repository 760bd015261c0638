// The doors for sheets of every register: template and export out, rows in, and rows back with their mistakes marked.
import { fileEndpoint } from '@kheo/kit/endpoint.ts'
import { type AnyRegister, WRITERS } from '@kheo/kit/register/declare.ts'
import { ListQuery } from '@kheo/kit/register/contract.ts'
import { fileRoute, type FileRoute } from '@kheo/kit/route.ts'
import { CommandId, Nothing, UnitRef } from '@kheo/kit/shapes.ts'
import { z } from 'zod'
import type { World } from '../context.ts'
import { exportRegister, markedFile, templateFile } from './export.ts'
import { markImport, runImport } from './import.ts'

const MOST_BYTES = 8 * 1024 * 1024

function doorsOf(register: AnyRegister) {
  const at = `/registers/${register.name}`
  const title = register.title[1]
  const writers = { roles: WRITERS.roles }
  return {
    template: fileEndpoint({
      method: 'GET',
      path: `${at}/template`,
      summary: `${title}: the empty workbook to fill in`,
      access: 'signed-in',
      query: Nothing,
    }),
    export: fileEndpoint({
      method: 'GET',
      path: `${at}/export`,
      summary: `${title}: the list as a workbook, as .csv or as JSON`,
      access: 'signed-in',
      query: ListQuery.omit({ page: true }).extend({
        format: z.enum(['xlsx', 'csv', 'json']).default('xlsx'),
        /** The unit's own book alone. */
        only: z.literal('own').optional(),
      }),
    }),
    import: fileEndpoint({
      method: 'POST',
      path: `${at}/import`,
      summary: `${title}: check the rows of a sheet and record them, all or the good ones`,
      access: writers,
      query: z.object({ unit: UnitRef, mode: z.enum(['check', 'all', 'good']), commandId: CommandId }),
      maxBytes: MOST_BYTES,
    }),
    marked: fileEndpoint({
      method: 'POST',
      path: `${at}/import-marked`,
      summary: `${title}: the sheet again, with its mistakes marked`,
      access: writers,
      query: z.object({ unit: UnitRef }),
      maxBytes: MOST_BYTES,
    }),
  }
}

function routesOf(world: World, register: AnyRegister): FileRoute[] {
  const doors = doorsOf(register)
  return [
    fileRoute(doors.template, async ({ language }) => templateFile(world, register, language)),
    fileRoute(doors.export, ({ actor, query, language }) => exportRegister(world, actor, register, query, language)),
    fileRoute(doors.import, async ({ actor, query, bytes, language }) => ({
      json: await runImport(world, actor, register, { ...query, bytes }, language),
    })),
    fileRoute(doors.marked, async ({ actor, query, bytes, language }) =>
      markedFile(register, await markImport(world, actor, register, { ...query, bytes }, language), language),
    ),
  ]
}

export const registerFileRoutes = (world: World): FileRoute[] => world.books.flatMap((it) => routesOf(world, it))
