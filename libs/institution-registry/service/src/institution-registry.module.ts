import { Module } from '@nestjs/common';
import { AreaController } from './area/area.controller';
import { CalendarController } from './calendar/calendar.controller';
import { PolicyController } from './policy/policy.controller';

@Module({ controllers: [AreaController, CalendarController, PolicyController] })
export class InstitutionRegistryModule {}
