import { z } from 'zod';

const flag = z.enum(['true', 'false']).transform((text) => text === 'true');

/** Every setting of a process, with its default; `.env.example` and the start-up summary are made from it. */
export const configSchema = z.object({
  ANJUAN_ENGINES: z
    .enum(['embedded', 'production'])
    .default('embedded')
    .describe(
      'The set of engines: embedded (files of this folder) or production (KurrentDB, Kafka, MongoDB).',
    ),
  ANJUAN_ENV: z
    .enum(['development', 'production'])
    .default('development')
    .describe('In production there is no demo data and cookies are sent over HTTPS only.'),
  ANJUAN_DATA: z.string().min(1).default('.anjuan').describe('The data folder; one process holds it.'),
  ANJUAN_HOST: z.string().min(1).default('127.0.0.1').describe('Address to listen on.'),
  ANJUAN_PORT: z.coerce
    .number()
    .int()
    .min(0)
    .max(65_535)
    .default(3000)
    .describe('Port to listen on; 0 takes a free one.'),
  ANJUAN_DEMO: flag
    .optional()
    .describe(
      'Fills an empty folder with a demo bureau. Default: true in development; refused in production.',
    ),
  ANJUAN_DEMO_FILINGS: z.coerce
    .number()
    .int()
    .min(0)
    .max(100_000)
    .default(300)
    .describe('Synthetic filings of the demo bureau.'),
  ANJUAN_HASH: z.enum(['sha256', 'sm3']).default('sha256').describe('Hash of the event chain.'),
  ANJUAN_CIPHER: z
    .enum(['aes-256-gcm', 'sm4-ctr-hmac-sm3'])
    .default('aes-256-gcm')
    .describe('Cipher of personal fields and evidence.'),
  ANJUAN_READ_WAIT_MS: z.coerce
    .number()
    .int()
    .min(0)
    .max(60_000)
    .default(5_000)
    .describe('How long a query waits for its Min-Position.'),
  ANJUAN_MAX_UPLOAD_BYTES: z.coerce
    .number()
    .int()
    .positive()
    .default(20 * 1024 * 1024)
    .describe('Largest evidence file.'),
  ANJUAN_SESSION_HOURS: z.coerce
    .number()
    .positive()
    .max(72)
    .default(10)
    .describe('Hours until a sign-in ends.'),
  ANJUAN_CLOCK_SHIFT_DAYS: z.coerce
    .number()
    .int()
    .default(0)
    .describe('Moves the clock by days, to try what time brings; refused in production.'),
  ANJUAN_HOLD_COMMIT_WHILE: z
    .string()
    .optional()
    .describe(
      'Fault injection: while this file exists the event store holds its commit; refused in production.',
    ),
  ANJUAN_PLATFORM_SPOOL: z
    .string()
    .min(1)
    .optional()
    .describe(
      'Folder where registrations for the national platform wait for the transfer. Default: spool in the data folder.',
    ),
  ANJUAN_PLATFORM_ACK: z
    .enum(['spooled', 'file'])
    .default('spooled')
    .describe(
      'When a registration counts as uploaded: spooled (its file is written) or file (the transfer left the receipt in an .ack file).',
    ),
  ANJUAN_PLATFORM_SECONDS: z.coerce
    .number()
    .min(0)
    .max(3_600)
    .default(5)
    .describe(
      'Seconds between looks for registrations to hand over; 0 hands none over by itself, for tests, and is refused in production.',
    ),
  ANJUAN_ADMIN_PASSWORD: z
    .string()
    .min(12)
    .optional()
    .describe('Password of the first administrator of an empty folder without demo data.'),
  ANJUAN_LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug'])
    .default('info')
    .describe('Least severe log line.'),
});

export type Config = z.output<typeof configSchema> & { readonly demo: boolean };

/** A setting is wrong; the message names each one and why. */
export class ConfigError extends Error {}

/** Reads the settings of a process. @throws ConfigError */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const parsed = configSchema.safeParse(env);
  if (!parsed.success) {
    throw new ConfigError(
      parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('\n'),
    );
  }
  const config = parsed.data;
  if (config.ANJUAN_ENGINES === 'production') {
    throw new ConfigError(
      'ANJUAN_ENGINES=production: this version runs on the embedded engines only. / 本版本仅支持内嵌引擎（ANJUAN_ENGINES=embedded）。',
    );
  }
  const production = config.ANJUAN_ENV === 'production';
  if (production) refuseInProduction(config);
  return { ...config, demo: config.ANJUAN_DEMO ?? !production };
}

function refuseInProduction(config: z.output<typeof configSchema>): void {
  const refused = [
    config.ANJUAN_DEMO === true && 'ANJUAN_DEMO',
    config.ANJUAN_CLOCK_SHIFT_DAYS !== 0 && 'ANJUAN_CLOCK_SHIFT_DAYS',
    config.ANJUAN_HOLD_COMMIT_WHILE !== undefined && 'ANJUAN_HOLD_COMMIT_WHILE',
    config.ANJUAN_PLATFORM_SECONDS === 0 && 'ANJUAN_PLATFORM_SECONDS',
  ].filter((name) => name !== false);
  if (refused.length > 0) throw new ConfigError(`${refused.join(', ')}: not with ANJUAN_ENV=production`);
}

const SECRET = /PASSWORD|SECRET|TOKEN/;

/** The settings as printed at start, without secrets. */
export const configSummary = (config: Config): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.keys(configSchema.shape).map((name) => {
      const value: unknown = config[name as keyof Config];
      if (value === undefined) return [name, '(unset)'];
      return [name, SECRET.test(name) ? '(set)' : String(value)];
    }),
  );

/** `.env.example`, made from the schema. */
export const envExample = (): string =>
  Object.entries(configSchema.shape)
    .map(([name, schema]) => {
      const fallback: unknown = schema.safeParse(undefined).data;
      return `# ${schema.description ?? ''}\n# ${name}=${fallback ?? ''}\n`;
    })
    .join('\n');
