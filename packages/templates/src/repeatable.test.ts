import { beforeAll, describe, expect, it } from 'vitest';
import { contextTexts } from './context-texts.js';
import type { TemplateOutput } from './ruby-frames.js';
import { RubyRenderer } from './ruby-vm.js';

let ruby: RubyRenderer;
beforeAll(async () => {
  ruby = await RubyRenderer.start();
});

const context = {
  spec: { name: 'web', index: 2, id: 'f1', job: { name: 'nginx' }, networks: { a: { ip: '10.0.0.1', dns: ['8.8.8.8'] } } },
  properties: { port: 80, map: { b: 1 }, list: [{ name: 'x' }], method: 'put' },
  links: { db: { instances: [], properties: { port: 1 } } },
};

function render(template: string, by = ruby): TemplateOutput {
  return by.render({ path: 'job/file.erb', template, context: contextTexts(context, new WeakMap()), wantsReads: true });
}

const reads = (template: string): unknown => {
  const output = render(template);
  return output.ok ? output.reads?.map(([kind, ...path]) => `${kind} ${path.join('/')}`) : output;
};

describe('what a template reads', () => {
  it.each([
    ['listen 80;', []],
    ["<%= p('port') %><%= p('port') %>", ['value properties/port']],
    ["<%= p(['none', 'map.b']) %>", ['value properties/none', 'value properties/map/b']],
    ["<% if_p('none') do |v| %><%= v %><% end.else do %><%= p('x', 1) %><% end %>", ['value properties/none', 'value properties/x']],
    ["<% p('map').each do |k, v| %><%= k %><% end %>", ['value properties/map']],
    ['<%= spec.id %> <%= spec["index"] %>', ['value spec/id', 'value spec/index']],
    ['<%= spec.networks.a.ip %>', ['map spec/networks', 'map spec/networks/a', 'value spec/networks/a/ip']],
    ['<%= properties.list.map(&:name).join %> <%= properties.method %>', ['value properties/list', 'value properties/method']],
    ['<%= properties.nothing.inspect %>', ['value properties/nothing']],
    ['<%= index %>/<%= name %>', ['value spec/index', 'value spec/job/name']],
    ["<%= link('db').p('port') %>", ['value links/db']],
    ["<% if_link('none') {}.else do %>x<% end %>", ['value links/none']],
    [
      '<%= spec.links.db.properties.port %>',
      ['map spec/links', 'map spec/links/db', 'map spec/links/db/properties', 'value spec/links/db/properties/port'],
    ],
    // all of it
    ['<%= spec.to_h.keys.length %>', ['value spec']],
    ['<%= spec.networks.to_json %>', ['value spec/networks']],
    ['<%= spec.networks %>', ['value spec/networks']],
    ['<%= spec.respond_to?(:az) %>', ['value spec']],
    ['<%= spec.networks.methods(false).first %>', ['value spec/networks']],
    ['<%= properties == properties.map %>', ['value properties', 'value properties/map']],
    ['<%= raw_properties.keys.join %>', ['value properties']],
    ['<% a, b = spec.networks %><%= a.class %>', ['value spec/networks']],
    // what templates do
    [
      "<%= p('list').map { |x| x['name'].upcase }.inject(:+) %><% require 'json' %><%= JSON.dump(p('map')) %>",
      ['value properties/list', 'value properties/map'],
    ],
    ['<% def twice(x)\n return x * 2 if x\n end %><%= twice(4) %><% f = lambda { |x| x + 1 } %><%= f.call(1) %>', []],
    ['<%= begin; p("zzz"); rescue Bosh::Template::UnknownProperty => e; e.name; end %>', ['value properties/zzz']],
    [
      "<%= %w[a b].include?('b') %> <%= [p('port'), 1].max %> <%= [p('port'), 1].min %> <%= [p('port')].include?(1) %>",
      ['value properties/port'],
    ],
    ['<%= IPAddr.new("::1").ipv6? %> <%= {"a" => 1}.to_yaml %> <%= "a b".shellescape %> <%= Base64.encode64("a") %>', []],
  ])('%s', (template, expected) => {
    const sorted = [...expected].sort();
    const found = reads(template);
    expect(Array.isArray(found) ? found.sort() : found).toEqual(sorted);
  });
});

it.each([
  // time, chance, addresses
  '<%= Time.now %>',
  '<%= rand %><%= [1, 2].shuffle.first %>',
  '<%= [3, 4].sample %>',
  '<%= SecureRandom.hex %>',
  '<%= OpenSSL::BN.rand(8) %>',
  '<%= Object.new %>',
  '<%= "a".hash %><%= [1].hash %>',
  '<%= spec.object_id %>',
  "<%= [p('port'), 'a'].hash %><%= [spec.index].pack('p') rescue 1 %>",
  '<%= lambda {} %>',
  '<%= proc {}.inspect.length %>',
  "<%= link('db') %>",
  "<%= if_p('port') {} %>",
  '<%= [1].each %>',
  '<%= [link("db")].inspect %>',
  "<%= (p('zzz') rescue $!).message %>",
  '<%= [nil].pack("p") %>',
  // what one rendering leaves for the next
  '<% $count = $count.to_i rescue 1 %>x',
  '<%= @count = @count.to_i + 1 %>',
  '<% x = /#{spec.id}/o %><%= x %>',
  '<% "a" =~ /(a)/ %><%= $1 %>',
  '<%= defined?(Foo) %>',
  '<% FOO_OF_TEST = 1 %>',
  // ways around
  '<%= spec.instance_variable_get(:@table).length %>',
  '<%= %i[rand].map(&:to_proc).length %><%= Kernel.respond_to?(:rand) %>',
  '<%= [1].map(&:object_id).length %>',
  '<%= ObjectSpace.count_objects.length %> <%= GC.count %>',
  '<%= File.exist?("/x") %>',
])('the output of %s is for one rendering only', (template) => {
  const output = render(template);
  expect(output).toMatchObject({ ok: true });
  expect(output).not.toHaveProperty('reads');
  expect(output).not.toHaveProperty('altered');
});

it('errors are for one rendering only', () => {
  expect(render("<%= p('zzz') %>")).toEqual({ ok: false, line: 1, message: "Can't find property 'zzz'" });
});

it.each([
  'class String; def shout; upcase; end; end',
  'def JSON.dump(x); 1; end',
  'String.define_method(:shout) { 1 }',
  'Object.const_set(:Elsewhere, 1)',
  '$; = ","',
  'eval("1")',
  'ERB.new("1").result',
  'Kernel.send(:rand)',
  '[:rand].each { |name| [1].map(&name) rescue 1 }',
  '[1].inject(:+.to_s)',
  "require 'set' + ''",
  "require 'json/add/core'",
  '[1, 2].inject("object_id") rescue 1',
  'Set = 1',
  'String.class_eval { 1 }',
  'alias shout p',
])('after %s nothing is reusable', { timeout: 60_000 }, async (code) => {
  const other = await RubyRenderer.start();
  expect(render("<%= p('port') %>", other)).toHaveProperty('reads');
  expect(render(`<% ${code} %>`, other)).toMatchObject({ altered: true });
  const later = render("<%= p('port') %>", other);
  expect(later).toMatchObject({ ok: true, altered: true });
  expect(later).not.toHaveProperty('reads');
});
