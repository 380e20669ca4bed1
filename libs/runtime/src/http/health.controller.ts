import { Controller, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { Office } from '../office/office';
import { operation } from './input';
import { Route } from './operation';

const readiness = z.object({
  status: z.enum(['ready', 'degraded']),
  readModels: z.array(z.object({ name: z.string(), position: z.string(), failed: z.boolean() })),
  parkedMessages: z.number().int(),
});

const live = operation({
  method: 'GET',
  path: 'live',
  summary: 'The process answers',
  access: 'public',
  response: z.object({ status: z.literal('live') }),
});
const ready = operation({
  method: 'GET',
  path: 'ready',
  summary: 'Read models follow the log; 503 when one has stopped',
  access: 'public',
  response: readiness,
});

@Controller('api/health')
export class HealthController {
  constructor(private readonly office: Office) {}

  @Route(live)
  live() {
    return { status: 'live' };
  }

  @Route(ready)
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<z.output<typeof readiness>> {
    const readModels = [...this.office.runners].map(([name, runner]) => ({
      name,
      position: String(runner.position),
      failed: runner.failure !== undefined,
    }));
    const degraded = readModels.some(({ failed }) => failed);
    if (degraded) reply.code(503);
    const parkedMessages = (await this.office.bus.parked()).length;
    return { status: degraded ? 'degraded' : 'ready', readModels, parkedMessages };
  }
}
