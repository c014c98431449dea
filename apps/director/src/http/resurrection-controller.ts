import { type Resurrection, resurrectionPutSchema } from '@bosh6/director-api';
import { Body, Controller, Get, Put } from '@nestjs/common';
import { Accepts, Needs } from './decorators.js';
import { parse } from './parse.js';
import { Services } from './services.js';

const name = 'resurrection_paused';

/** Whether VMs that die are to be made anew; who watches them asks here. */
@Controller('resurrection')
@Needs('admin')
export class ResurrectionController {
  constructor(private readonly services: Services) {}

  @Get()
  async show(): Promise<Resurrection> {
    return { resurrection: (await this.services.store.read.attributes.get(name)) !== 'true' };
  }

  @Put()
  @Accepts('json')
  async set(@Body() body: unknown): Promise<void> {
    const { resurrection_paused: paused } = parse(resurrectionPutSchema, body);
    await this.services.store.write((tx) => tx.attributes.set(name, String(paused)));
  }
}
