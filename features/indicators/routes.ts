// HTTP ↔ the catalogue.
import { route, type Route } from '@kheo/kit/route.ts'
import type { World } from '../context.ts'
import { indicators } from './schema.ts'

export const routes = (world: World): Route[] => [
  route(indicators.catalogue, async ({ query }) => {
    const view = world.catalogue()
    return {
      groups: view.catalogue.groups.map(({ code, titleVi, titleEn }) => ({ code, titleVi, titleEn })),
      indicators: view.catalogue.indicators
        .filter((indicator) => indicator.validFrom <= query.day)
        .map(({ code, group, nameVi, nameEn, unit, tree, time, register, decimals }) => ({
          code,
          group,
          nameVi,
          nameEn,
          unit,
          tree: tree.kind,
          time,
          register,
          decimals,
        })),
      checks: view.catalogue.checks.map(({ id, severity, nameVi, formula, basis }) => ({
        id,
        severity,
        nameVi,
        formula: formula?.text ?? null,
        basis,
      })),
      reportTypes: view.reportTypes
        .filter((type) => type.validFrom <= query.day)
        .map(({ code, title, attributes, kinds, regime, sections }) => ({
          code,
          title,
          purpose: attributes.content,
          kinds: [...kinds],
          regime,
          sections: sections.map((section) => ({ title: section.title, indicators: [...section.indicators] })),
        })),
    }
  }),
]
