import { Commands, type Exchange, type InputOf, OfExchange, Route, Validated } from '@anjuan/runtime';
import { Controller } from '@nestjs/common';
import { v5, v7 } from 'uuid';
import { collect, deem, refer } from './partner-operations';

/** Namespace of the ids of deemed filings; never changed, or a settlement's stay would be deemed filed twice. */
const DEEMED = '2f5c9c0a-7c1b-4a6e-9d6b-0f1f6f0f7c11';

/** The filing that a settlement's serial number stands for, the same each time. */
export const deemedFilingId = (insuredRegion: string, serialNumber: string): string =>
  v5(`${insuredRegion}/${serialNumber}`, DEEMED);

/** What hospitals, employers and settlements file from their own systems. */
@Controller('api/filings')
export class PartnerController {
  constructor(private readonly commands: Commands) {}

  @Route(refer)
  refer(@OfExchange() exchange: Exchange, @Validated() { body }: InputOf<typeof refer>) {
    const data = { ...body, filingId: v7() };
    return this.commands.send(exchange, { type: 'ReferFiling', data }, 'hospital', body);
  }

  @Route(collect)
  collect(@OfExchange() exchange: Exchange, @Validated() { body }: InputOf<typeof collect>) {
    const data = { ...body, filingId: v7() };
    return this.commands.send(exchange, { type: 'CollectFiling', data }, 'employer', body);
  }

  @Route(deem)
  deem(@OfExchange() exchange: Exchange, @Validated() { body }: InputOf<typeof deem>) {
    const filingId = deemedFilingId(body.insuredRegion, body.serialNumber);
    return this.commands.send(exchange, { type: 'DeemFiled', data: { ...body, filingId } }, 'hospital');
  }
}
