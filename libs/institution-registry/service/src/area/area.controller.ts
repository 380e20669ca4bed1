import { areaCodeSchema, insuranceAreaSchema } from '@anjuan/contracts';
import {
  type Caller,
  Commands,
  type Exchange,
  type InputOf,
  OfExchange,
  operation,
  Queries,
  Route,
  uploadedFile,
  Validated,
  Who,
} from '@anjuan/runtime';
import { Controller } from '@nestjs/common';
import { z } from 'zod';
import { readAreaList } from './area-list';

const areaView = insuranceAreaSchema.extend({ province: areaCodeSchema, source: z.string() });

const list = operation({
  method: 'GET',
  path: '',
  summary: 'Insurance areas: the children of one, those of a level, or by name or code',
  access: 'area:read',
  query: z.strictObject({
    parent: areaCodeSchema.optional(),
    level: insuranceAreaSchema.shape.level.optional(),
    pooling: z
      .enum(['true', 'false'])
      .transform((text) => text === 'true')
      .optional(),
    search: z.string().trim().min(1).max(50).optional(),
    limit: z.coerce.number().int().min(1).max(500).default(100),
    cursor: z.string().max(2000).optional(),
  }),
  response: z.object({ rows: z.array(areaView), next: z.string().optional() }),
});

const detail = operation({
  method: 'GET',
  path: ':code',
  summary: 'One insurance area and where it lies in the tree',
  access: 'area:read',
  params: z.strictObject({ code: areaCodeSchema }),
  response: areaView.extend({ path: z.array(z.object({ code: areaCodeSchema, name: z.string() })) }),
});

const importing = operation({
  method: 'POST',
  path: 'import',
  summary:
    'Import the insurance areas of one province from CSV (code,name,parent,level,pooling,validFrom,validTo)',
  access: 'area:import',
  upload: true,
  command: true,
  query: z.strictObject({ province: areaCodeSchema, source: z.string().trim().min(1).max(500) }),
});

@Controller('api/areas')
export class AreaController {
  constructor(
    private readonly commands: Commands,
    private readonly queries: Queries,
  ) {}

  @Route(list)
  list(@Who() caller: Caller, @Validated() { query }: InputOf<typeof list>) {
    return this.queries.ask('FindAreas', query, caller);
  }

  @Route(detail)
  detail(@Who() caller: Caller, @Validated() { params }: InputOf<typeof detail>) {
    return this.queries.ask('GetArea', params, caller);
  }

  @Route(importing)
  async import(@OfExchange() exchange: Exchange, @Validated() { query }: InputOf<typeof importing>) {
    const { content } = await uploadedFile(exchange);
    const areas = readAreaList(content);
    return this.commands.send(exchange, { type: 'ImportInsuranceAreas', data: { ...query, areas } });
  }
}
