import { DirectorFixture } from './director-fixture.test.suite.js';
import { postgresServer } from './persistence/stores.test.suite.js';

DirectorFixture.database = async () => {
  const server = await postgresServer();
  const { name, user, passwordFile } = await server.database();
  return { type: 'postgres', host: server.dir, port: server.port, name, user, passwordFile };
};

// The same lists as on SQLite, each with a Director of its own.
await import('./director.test.js');
await import('./director-edges.test.js');
await import('./networks-route.test.js');
await import('./configs/configs-routes.test.js');
await import('./events/events-routes.test.js');
await import('./http/resent-requests.test.js');
await import('./http/deployment-routes.test.js');
