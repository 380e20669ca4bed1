import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { accessRejections } from '../access/access-rejections';
import { SIGNED_IN } from '../access/authorize';
import { Caller } from '../access/caller';
import { Authentication, type Identity } from '../accounts/authentication';
import { Office } from '../office/office';
import { signInRejections } from '../sign-in/sign-in-rejections';
import { httpRejections } from './http-rejections';
import { OPERATION, type Operation } from './operation';
import type { OfficeRequest } from './request-context';
import { validate } from './validation';

const POSITION = /^\d{1,20}$/;
const CHANGES = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);

/** Before every route: who calls, may they, is the input right, and has the view reached what they wrote. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly authentication: Authentication,
    private readonly office: Office,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const operation = this.reflector.get<Operation | undefined>(OPERATION, context.getHandler());
    const request = context.switchToHttp().getRequest<OfficeRequest>();
    if (!operation) throw new Error(`the route ${request.routeOptions.url ?? ''} declares no operation`);
    const identity = await this.authentication.identify(request);
    const caller = identity.actor && new Caller(identity.actor, this.office.policy);
    if (operation.access !== 'public') {
      this.requireAccess(caller, operation.access, identity);
      if (identity.by === 'cookie' && CHANGES.has(operation.method)) {
        this.authentication.requireCsrf(request, identity);
      }
    }
    if (operation.ifMatch && request.headers['if-match'] === undefined) {
      httpRejections.reject('request.if-match-required');
    }
    const { params, query, body } = request;
    request.office = { ...identity, caller, input: validate(operation, { params, query, body }) };
    if (operation.method === 'GET') await this.waitForPosition(request.headers['min-position']);
    return true;
  }

  private requireAccess(caller: Caller | undefined, permission: string, identity: Identity): void {
    if (!caller) accessRejections.reject('access.sign-in-required');
    else if (permission === SIGNED_IN) return;
    else if (identity.mustChangePassword) signInRejections.reject('access.password-change-required');
    else if (!caller.has(permission)) accessRejections.reject('access.forbidden');
  }

  private async waitForPosition(position: string | string[] | undefined): Promise<void> {
    if (position === undefined) return;
    if (typeof position !== 'string' || !POSITION.test(position))
      return httpRejections.reject('request.position-malformed');
    const reached = await this.office.reached(BigInt(position), this.office.config.ANJUAN_READ_WAIT_MS);
    if (!reached) httpRejections.reject('read.position-not-reached');
  }
}
