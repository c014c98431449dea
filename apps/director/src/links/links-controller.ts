import { type Link, type LinkConsumer, type LinkProvider, linkPostSchema } from '@bosh6/director-api';
import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { findDeployment } from '../deployments/find-deployment.js';
import { fail } from '../errors.js';
import { Accepts, Needs, QueryText } from '../http/decorators.js';
import { parse, rubyTime } from '../http/parse.js';
import { Services } from '../http/services.js';
import type { DeploymentRow, LinkRow } from '../persistence/rows/index.js';
import { linkAddress } from './link-address.js';
import { linkOutside } from './link-outside.js';
import { unlinkOutside } from './unlink-outside.js';

/** Who offers and who uses links, and links of somebody outside (director-api reference 4.10). */
@Controller()
export class LinksController {
  constructor(private readonly services: Services) {}

  @Get('link_providers')
  @Needs('deployment:read')
  async providers(@QueryText('deployment') name: string | undefined): Promise<LinkProvider[]> {
    const deployment = await this.#deployment(name);
    const rows = await this.services.store.read.links.providers.all({ deploymentId: deployment.id });
    return rows.map(({ id, name, shared, type, originalName, job, group }) => ({
      id: String(id),
      name,
      shared,
      deployment: deployment.name,
      link_provider_definition: { type, name: originalName },
      owner_object: { type: 'job', name: job, info: { instance_group: group } },
    }));
  }

  @Get('link_consumers')
  @Needs('deployment:read')
  async consumers(@QueryText('deployment') name: string | undefined): Promise<LinkConsumer[]> {
    const deployment = await this.#deployment(name);
    const rows = await this.services.store.read.links.consumers.all({ deploymentId: deployment.id });
    return rows.map(({ id, name, optional, owner, group, type }) => ({
      id: String(id),
      name,
      optional,
      deployment: deployment.name,
      owner_object: group === null ? { type: 'external', name: owner } : { type: 'job', name: owner, info: { instance_group: group } },
      link_consumer_definition: { name, type },
    }));
  }

  @Get('links')
  @Needs('deployment:read')
  async links(@QueryText('deployment') name: string | undefined): Promise<Link[]> {
    const { id: deploymentId } = await this.#deployment(name);
    return (await this.services.store.read.links.all({ deploymentId })).map(presentLink);
  }

  @Post('links')
  @HttpCode(200)
  @Accepts('json')
  @Needs('create_link')
  async create(@Body() body: unknown): Promise<Link> {
    const wish = parse(linkPostSchema, body, (what) => fail('LinkInvalid', what));
    const { store, world } = this.services;
    return presentLink(await store.write((tx) => linkOutside(tx, wish, world.now())));
  }

  @Delete('links/:id')
  @HttpCode(204)
  @Needs('delete_link')
  async delete(@Param('id') id: string): Promise<void> {
    await this.services.store.write((tx) => unlinkOutside(tx, id));
  }

  @Get('link_address')
  @Needs('read_link')
  async address(@Query() query: Record<string, string | string[] | undefined>): Promise<{ address: string }> {
    return { address: await linkAddress(this.services.store.read, query) };
  }

  async #deployment(name: string | undefined): Promise<DeploymentRow> {
    if (!name) throw fail('LinksDeploymentMissing', 'links are listed of one deployment');
    return findDeployment(this.services.store.read, name);
  }
}

function presentLink({ id, name, consumerId, providerId, createdAt }: LinkRow): Link {
  return {
    id: String(id),
    name,
    link_consumer_id: String(consumerId),
    link_provider_id: providerId === null ? null : String(providerId),
    created_at: rubyTime(createdAt),
  };
}
