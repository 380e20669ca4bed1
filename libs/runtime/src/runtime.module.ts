import { type DynamicModule, Module } from '@nestjs/common';
import { APP_GUARD, DiscoveryModule } from '@nestjs/core';
import { CommandBus, CqrsModule, QueryBus } from '@nestjs/cqrs';
import { AccessLog } from './access-log/access-log';
import { AccessLogController } from './access-log/access-log.controller';
import { AccountController } from './accounts/account.controller';
import { AccountAdministration } from './accounts/account-administration';
import { AccountDirectory } from './accounts/account-directory';
import { Authentication } from './accounts/authentication';
import { ColleagueController } from './accounts/colleague.controller';
import { SessionController } from './accounts/session.controller';
import { LogNotifier } from './cqrs/log-notifier';
import { OfficeCommandBus, OfficeQueryBus } from './cqrs/office-buses';
import { AccessGuard } from './http/access.guard';
import { Commands, Queries } from './http/command-sender';
import { HealthController } from './http/health.controller';
import { OpenApiController } from './http/open-api.controller';
import { UpdatesController } from './http/updates.controller';
import { Office } from './office/office';
import { SignIns } from './sign-in/sign-ins';

@Module({})
class RuntimeModule {}

/** What every service needs: buses that route by type, access, accounts, health, documentation. */
export const runtimeModule = (office: Office): DynamicModule => ({
  module: RuntimeModule,
  global: true,
  imports: [CqrsModule.forRoot(), DiscoveryModule],
  controllers: [
    HealthController,
    OpenApiController,
    UpdatesController,
    SessionController,
    AccountController,
    ColleagueController,
    AccessLogController,
  ],
  providers: [
    { provide: Office, useValue: office },
    { provide: CommandBus, useClass: OfficeCommandBus },
    { provide: QueryBus, useClass: OfficeQueryBus },
    { provide: APP_GUARD, useClass: AccessGuard },
    AccountDirectory,
    AccountAdministration,
    SignIns,
    Authentication,
    AccessLog,
    Commands,
    Queries,
    LogNotifier,
  ],
  exports: [Office, CommandBus, QueryBus, Commands, Queries, Authentication, AccessLog],
});
