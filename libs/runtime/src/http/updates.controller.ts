import { Controller } from '@nestjs/common';
import { EventBus } from '@nestjs/cqrs';
import { filter, type Subscription } from 'rxjs';
import { LogAdvanced } from '../cqrs/log-notifier';
import { Office } from '../office/office';
import { type Exchange, OfExchange } from './command-sender';
import { operation } from './input';
import { Route } from './operation';

const updates = operation({
  method: 'GET',
  path: '',
  summary: 'Live updates: which categories changed, and up to which position. Carries no ids.',
  access: 'signed-in',
  response: 'event-stream',
});

const HEARTBEAT_MS = 15_000;

/** Tells open pages that something changed, so that they ask again; what they may see is decided when they ask. */
@Controller('api/updates')
export class UpdatesController {
  constructor(
    private readonly office: Office,
    private readonly events: EventBus,
  ) {}

  @Route(updates)
  stream(@OfExchange() { request, reply }: Exchange): void {
    reply.hijack();
    const { raw } = reply;
    raw.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    });
    raw.write('retry: 2000\n\n');
    const listening: Subscription = this.events
      .pipe(filter((event) => event instanceof LogAdvanced))
      .subscribe(({ categories, position }) => {
        raw.write(`data: ${JSON.stringify({ categories, position: String(position) })}\n\n`);
      });
    const heartbeat = setInterval(() => raw.write(': still here\n\n'), HEARTBEAT_MS);
    const letGo = () => {
      clearInterval(heartbeat);
      listening.unsubscribe();
      stopClosing();
    };
    const stopClosing = this.office.onStop(() => {
      raw.end();
      letGo();
    });
    request.raw.on('close', letGo);
  }
}
