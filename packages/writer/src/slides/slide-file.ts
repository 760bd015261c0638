// The library of slides and its types. Its types are written for the older kind of module, so the class is named here once.
import library from 'pptxgenjs'
import type { default as types } from 'pptxgenjs'

export type SlideFile = types.default
export type DrawnSlide = types.default.Slide
export type TextLook = types.default.TextPropsOptions
export type CellLook = types.default.TableCellProps
export type DrawnCell = types.default.TableCell
export type ChartLook = types.default.IChartOpts
export type ChartKind = types.default.CHART_NAME
export type MasterObject = NonNullable<types.default.SlideMasterProps['objects']>[number]

const SlideFileClass = library as unknown as new () => SlideFile

export const newSlideFile = (): SlideFile => new SlideFileClass()
