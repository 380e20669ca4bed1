import helmet from '@fastify/helmet';
import Fastify from 'fastify';

/** Scripts from here only; Ant Design sets styles inline, PDFs and images are shown from blobs. */
const contentSecurityPolicy = (upgrade: boolean) => ({
  directives: {
    defaultSrc: ["'self'"],
    styleSrc: ["'self'", "'unsafe-inline'"],
    imgSrc: ["'self'", 'data:', 'blob:'],
    frameSrc: ["'self'", 'blob:'],
    objectSrc: ["'self'", 'blob:'],
    fontSrc: ["'self'", 'data:'],
    upgradeInsecureRequests: upgrade ? [] : null,
  },
});

type Headers = Readonly<Record<string, unknown>>;

async function headersOf(register: (app: ReturnType<typeof Fastify>) => unknown): Promise<Headers> {
  const app = Fastify();
  await register(app);
  app.get('/', (_, reply) => reply.send());
  const { headers } = await app.inject('/');
  await app.close();
  return headers;
}

/**
 * Helmet's headers. They are the same for every answer, so they are asked of it once.
 * @param upgrade whether browsers are told to use HTTPS
 */
export async function securityHeaders(upgrade: boolean): Promise<readonly (readonly [string, string])[]> {
  const without = await headersOf(() => {});
  const options = { contentSecurityPolicy: contentSecurityPolicy(upgrade) };
  const headers = await headersOf((app) => app.register(helmet, options));
  return Object.entries(headers)
    .filter(([name]) => !(name in without))
    .map(([name, value]) => [name, String(value)]);
}
