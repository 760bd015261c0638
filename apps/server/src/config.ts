// The only place that reads the environment. Every line is explained in docs/operate.md.
import { resolve } from 'node:path'
import { z } from 'zod'

const Environment = z.object({
  /** Nơi giữ dữ liệu. */
  KHEO_DATA: z.string().default('./data'),
  /** Máy chủ PostgreSQL có sẵn; để trống thì Khéo tự chạy PostgreSQL của mình. */
  DATABASE_URL: z.string().optional(),
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  /** Địa chỉ mà trình duyệt dùng, khi đứng sau một máy chủ trung gian. */
  KHEO_URL: z.url().optional(),
  /** 0: không nạp thế giới minh họa khi cơ sở dữ liệu còn trống. */
  KHEO_DEMO: z.enum(['0', '1']).default('1'),
  /** Khóa ký phiên làm việc; để trống thì tạo một lần và giữ trong thư mục dữ liệu. */
  KHEO_SECRET: z.string().min(32).optional(),
  KHEO_LOG: z.enum(['silent', 'error', 'info']).default('info'),
})

export type Config = {
  readonly dataFolder: string
  readonly databaseUrl?: string
  readonly host: string
  readonly port: number
  readonly url?: string
  readonly withDemo: boolean
  readonly secret?: string
  readonly log: 'silent' | 'error' | 'info'
}

/** @throws Error naming every variable that is wrong */
export function readConfig(environment: Readonly<Record<string, string | undefined>> = process.env): Config {
  const read = Environment.safeParse(environment)
  if (!read.success)
    throw new Error(read.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; '))
  const env = read.data
  return Object.freeze({
    dataFolder: resolve(env.KHEO_DATA),
    ...(env.DATABASE_URL === undefined ? {} : { databaseUrl: env.DATABASE_URL }),
    host: env.HOST,
    port: env.PORT,
    ...(env.KHEO_URL === undefined ? {} : { url: env.KHEO_URL }),
    withDemo: env.KHEO_DEMO === '1',
    ...(env.KHEO_SECRET === undefined ? {} : { secret: env.KHEO_SECRET }),
    log: env.KHEO_LOG,
  })
}
