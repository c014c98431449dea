// The agent speaks the HTTP of stemcells' monit 5.2. Debian's wants a token with each POST, in a cookie and in the body alike, and answers it with a redirection.
const http = require('node:http');

http
  .createServer(async (request, response) => {
    const body = (await request.toArray()).join('');
    const post = request.method === 'POST';
    const { authorization = '', 'content-type': type = 'text/plain' } = request.headers;
    const headers = { authorization, 'content-type': type, ...(post ? { cookie: 'securitytoken=agent' } : {}) };
    const forwarded = http.request({ host: '127.0.0.1', port: 2823, path: request.url, method: request.method, headers }, (answer) => {
      response.writeHead(answer.statusCode === 302 ? 200 : answer.statusCode);
      answer.pipe(response);
    });
    forwarded.on('error', () => response.writeHead(503).end());
    forwarded.end(post ? `securitytoken=agent&${body}` : undefined);
  })
  .listen(2822, '127.0.0.1');
