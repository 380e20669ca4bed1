import { Controller } from '@nestjs/common';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { operation } from './input';
import { declaredRoutes, type OpenApiDocument, openApiDocument } from './open-api';
import { Route } from './operation';

const document = operation({
  method: 'GET',
  path: '',
  summary: 'This interface as an OpenAPI 3.1 document',
  access: 'public',
});

@Controller('api/openapi.json')
export class OpenApiController {
  private made: OpenApiDocument | undefined;

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
  ) {}

  @Route(document)
  document(): OpenApiDocument {
    this.made ??= openApiDocument(declaredRoutes(this.discovery, this.scanner, ''));
    return this.made;
  }
}
