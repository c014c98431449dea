import { type OpenapiDocument, openapiDocument, openapiPage } from '@bosh6/director-api/openapi';
import { Controller, Get } from '@nestjs/common';
import { AsJson, Public } from '../http/decorators.js';
import { version } from './version.js';

/** What the Director can be asked, made of the contract that it parses requests with. */
@Controller()
@Public()
export class OpenapiController {
  @Get('openapi.json')
  @AsJson()
  document(): OpenapiDocument {
    return openapiDocument(version);
  }

  @Get('openapi.html')
  page(): string {
    return openapiPage(openapiDocument(version));
  }
}
