import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { RenderMemo } from './render-memo.js';
import { type Asking, renderRemembered } from './render-remembered.js';
import { RubyRenderer } from './ruby-vm.js';
import type { RenderContext, RenderJob, RenderResult } from './types.js';

let ruby: RubyRenderer;
beforeAll(async () => {
  ruby = await RubyRenderer.start();
});

const path = fc.constantFrom('a', 'b', 'a.b', 'b.a', 'a.a', 'map', 'test', 'none', 'a.b.a');
const names = fc.constantFrom('a', 'b', 'map', 'test', 'id', 'ip', 'networks', 'links', 'properties', 'job', 'none');
const tree = fc
  .tuple(fc.constantFrom('spec', 'properties'), names, fc.option(names))
  .map(([of, one, two]) => [of, one, ...(two === null ? [] : [two])].join('&.'));
const fragment = fc.oneof(
  path.map((name) => `<%= p('${name}', 'none') %>`),
  path.map((name) => `<%= p('${name}') %>`),
  path.map((name) => `<% if_p('${name}') do |v| %>[<%= v.class %>]<% end.else do %>else<% end %>`),
  fc.tuple(path, path).map(([a, b]) => `<%= p(['${a}', '${b}'], 1) %>`),
  fc.tuple(path, path).map(([a, b]) => `<% if p('${a}', false) %><%= p('${b}', 2).inspect %><% end %>`),
  path.map((name) => `<% Array(p('${name}', [])).each do |x| %><%= x %>,<% end %>`),
  path.map((name) => `<%= p('${name}', nil).to_json %>`),
  path.map((name) => `<% x = p('${name}', nil); x['a'] = 3 if x.is_a?(Hash) %><%= p('${name}', nil).inspect %>`),
  tree.map((name) => `<%= ${name} %>`),
  tree.map((name) => `<%= ${name}.class %>`),
  tree.map((name) => `<%= ${name}.inspect %>`),
  tree.map((name) => `<%= ${name}.to_json %>`),
  tree.map((name) => `<%= ${name}.respond_to?(:a) %>`),
  tree.map((name) => `<%= ${name}.nil? %>`),
  tree.map((name) => `<% x, y = ${name} %><%= x.inspect %>`),
  tree.map((name) => `<%= [*${name}].length %>`),
  fc.tuple(tree, tree).map(([a, b]) => `<%= ${a} == ${b} %>`),
  fc.tuple(names, names).map(([a, b]) => `<% spec.${a} = 'set' %><%= spec.${b}.inspect %><%= spec.to_h.length %>`),
  names.map((name) => `<%= spec['${name}'] %><%= spec.dig('${name}', 'a').inspect %>`),
  names.map(
    (name) =>
      `<% if_link('${name}') do |l| %><%= l.p('a', 1) %><%= l.instances.map(&:ipv4).join %><%= l.address(status: 'all') %><% end.else do %>no<% end %>`,
  ),
  names.map((name) => `<%= link('${name}').instances.length %>`),
  fc.constantFrom(
    '<%= index %>',
    '<%= name %>',
    '<%= raw_properties.keys.join %>',
    '<%= spec.networks.methods(false).first.inspect %>',
    '<%= spec.to_h.keys.inspect %>',
    '<%= properties.to_h.length %>',
    '<%= rand.to_s.length > 9 ? spec.id : spec.ip %>',
    '<% return 1 if p("a", nil) %>',
    "<% raise spec.id if p('b', false) == 1 %>",
    '<% [1].each { |x| break if spec.bootstrap } %>',
    "<% def f(x); return p('a', 0).to_s * x; end %><%= f(2) %>",
    '<%= spec.links&.a.class %>',
    "<%= (p('none') rescue spec.index) %>",
    '<%= $1.inspect %><% "ab" =~ /(.)/ if spec.bootstrap %>',
    'text\n',
    '% not code\n',
    '<%% x %>',
  ),
);
const template = fc.array(fragment, { minLength: 1, maxLength: 4 }).map((parts) => parts.join(''));

const scalar = fc.constantFrom(null, 1, 'x', false, '');
const value = fc.oneof(
  scalar,
  scalar,
  fc.array(fc.oneof(scalar, fc.constant({ a: 1 })), { maxLength: 2 }),
  fc.dictionary(fc.constantFrom('a', 'b'), fc.oneof(scalar, fc.constant({ a: 1 })), { maxKeys: 2 }),
);
const two = <T>(one: T, other: T) => fc.constantFrom(one, other);
const context: fc.Arbitrary<RenderContext> = fc.record({
  spec: fc.record(
    {
      id: two('i', 'j'),
      ip: two('10.0.0.1', '::1'),
      index: two(0, 1),
      name: two('g', 'h'),
      bootstrap: fc.boolean(),
      job: value,
      networks: value,
      a: value,
      test: value,
      properties: value,
    },
    { requiredKeys: ['id', 'ip', 'index', 'name', 'bootstrap'] },
  ),
  properties: fc.record({ a: value, b: value, map: value, test: value }, { requiredKeys: [] }),
  links: fc.dictionary(
    two('a', 'b'),
    fc.record({ properties: fc.record({ a: value }), instances: fc.constantFrom([], [{ ipv4: '10.0.0.1' }]), address: two('q', 'r') }),
    { maxKeys: 2 },
  ),
});
/** Instances of a group: most differ in little. */
const contexts = fc
  .tuple(
    fc.array(context, { minLength: 1, maxLength: 3 }),
    fc.array(fc.tuple(fc.nat(2), fc.nat(2), fc.nat(2)), { minLength: 4, maxLength: 8 }),
  )
  .map(([some, picks]) =>
    picks.map(([spec, properties, links]) => {
      const pick = (at: number) => some[at % some.length] as RenderContext;
      return { spec: { ...pick(spec).spec }, properties: structuredClone(pick(properties).properties), links: pick(links).links };
    }),
  );

const address = /0x[0-9a-f]{8,}/g;
const textOf = (result: RenderResult): string =>
  result.ok ? Buffer.from(result.jobs[0]?.files[0]?.content ?? []).toString() : JSON.stringify(result);

test('what is reused is what rendering anew would give, errors included', { timeout: 120_000 }, async () => {
  let [asked, rendered] = [0, 0];
  const render = async (text: string, context: RenderContext, memo?: RenderMemo): Promise<string> => {
    const job: RenderJob = { name: 'job', monit: '', templates: [{ source: 'a.erb', destination: 'a', text }], context };
    const ask: Asking['ask'] = async ({ templates, contexts: texts }) => {
      if (memo !== undefined) asked += templates.filter(({ source }) => source === 'a.erb').length;
      return {
        outputs: templates.map(({ text, context: at, wantsReads }) =>
          ruby.render({ path: 'job/a.erb', template: text, context: texts[at] ?? never(), wantsReads }),
        ),
      };
    };
    const result = await renderRemembered([job], memo, { ask, earlier: Promise.resolve() });
    return textOf(result);
  };
  await fc.assert(
    fc.asyncProperty(template, contexts, async (text, instances) => {
      const memo = new RenderMemo();
      for (const context of instances) {
        const before = asked;
        const remembered = await render(text, context, memo);
        rendered += 1;
        if (address.test(remembered)) expect(asked).toBe(before + 1);
        const fresh = await render(text, context);
        expect(remembered.replace(address, '')).toBe(fresh.replace(address, ''));
        // Mentioning `defined?` has the code evaluated each time, as ERB itself does.
        const evaluated = await render(`${text}<% defined?(nothing) %>`, context);
        expect(fresh.replace(address, '')).toBe(evaluated.replace(address, ''));
      }
    }),
    { numRuns: 150 },
  );
  // Else nothing was shown.
  expect(asked).toBeLessThan(rendered * 0.7);
});

function never(): never {
  throw new TypeError('a template without a context');
}
