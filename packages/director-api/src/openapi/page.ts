import type { OpenapiDocument, OpenapiOperation } from './document.js';

const style = `body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1b1f24;background:#fff}
h2{margin:2.5rem 0 .5rem;border-bottom:1px solid #d0d7de}summary{cursor:pointer;padding:.3rem 0}
code,pre{font:14px/1.4 ui-monospace,monospace}pre{overflow:auto;background:#f6f8fa;padding:.7rem;border-radius:6px}
b{display:inline-block;min-width:4.5rem}details>div{margin:0 0 1rem 1.2rem}
@media(prefers-color-scheme:dark){body{color:#e6edf3;background:#0d1117}pre{background:#161b22}h2{border-color:#30363d}}`;

/** The document as a page of its own: no script, nothing from elsewhere. */
export function openapiPage({ info, paths }: OpenapiDocument): string {
  const all = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  );
  const tags = [...new Set(all.flatMap(({ operation }) => operation.tags))];
  const sections = tags.map((tag) => {
    const own = all.filter(({ operation }) => operation.tags.includes(tag));
    return `<h2 id="${asText(tag)}">${asText(tag)}</h2>\n${own.map(({ path, method, operation }) => section(method, path, operation)).join('\n')}`;
  });
  const title = `${asText(info.title)} ${asText(info.version)}`;
  const head = `<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title><style>${style}</style>`;
  return `<!doctype html>\n<html lang="en"><head>${head}</head>\n<body><h1>${title}</h1>\n<p>For programs: <a href="/openapi.json">openapi.json</a></p>\n${sections.join('\n')}\n</body></html>\n`;
}

function section(method: string, path: string, { summary, description, parameters, requestBody, responses }: OpenapiOperation): string {
  const query = parameters.filter((parameter) => parameter.in === 'query');
  const parts = [
    `<p>${asText(description)}</p>`,
    ...query.map(({ name, required, schema }) => schemaOf(`?${name}=${required ? '' : ' (may be left out)'}`, schema)),
    ...Object.entries(requestBody?.content ?? {}).map(([type, { schema }]) => schemaOf(`Body, ${type}`, schema)),
    ...Object.entries(responses).map(([status, { description: says, content = {} }]) => {
      const [schema] = Object.values(content).map((each) => each.schema);
      return schemaOf(`${status}: ${says}`, schema ?? {});
    }),
  ];
  return `<details><summary><b>${method.toUpperCase()}</b> <code>${asText(path)}</code> ${asText(summary)}</summary><div>${parts.join('\n')}</div></details>`;
}

function schemaOf(title: string, schema: object): string {
  const text = Object.keys(schema).length === 0 ? '' : `<pre>${asText(JSON.stringify(schema, null, 2))}</pre>`;
  return `<p><code>${asText(title)}</code></p>${text}`;
}

function asText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
