import type { JsonObject } from '@bosh6/base';
import { beforeAll, describe, expect, it } from 'vitest';
import { contextTexts } from './context-texts.js';
import { RubyRenderer } from './ruby-vm.js';

let ruby: RubyRenderer;
beforeAll(async () => {
  ruby = await RubyRenderer.start();
});

const context = {
  spec: {
    name: 'web',
    index: 2,
    id: 'f1',
    deployment: 'nginx',
    az: 'z1',
    bootstrap: false,
    ipv4: '10.0.9.165',
    ipv6: '2601:646:100:69f1::165',
    listen: '::',
    job: { name: 'nginx' },
    networks: { default: { ip: '10.0.9.165', dns: ['8.8.8.8'] }, ipv6: { ip: '2601:646:100:69f1::165' } },
  },
  properties: {
    port: 80,
    off: false,
    none: null,
    tls: { format: 'pem', test: 'x', ciphers: [{ name: 'a' }, { name: 'b' }] },
    map: { b: 1, a: { d: 1, c: [{ z: 1, y: 2 }] } },
    '10': 'ten',
    '9': 'nine',
  } as JsonObject,
  links: {
    db: {
      instances: [
        { name: 'pg', index: 0, id: 'i0', az: 'z1', address: '10.0.9.10', bootstrap: true, properties: { port: 5432 } },
        {
          name: 'pg',
          index: 1,
          id: 'i1',
          az: 'z2',
          address: '2001:db8::1',
          ipv4: '10.0.9.11',
          ipv6: '2001:db8::1',
          bootstrap: false,
          properties: { port: 5433 },
        },
      ],
      properties: { port: 1, deep: { er: 'x' } },
      instance_group: 'post_gres',
      default_network: 'ipv6',
      deployment_name: 'nginx',
      domain: 'bosh',
      az_ids: { z1: 1, z2: 2 },
    },
    short: { default_network: 'ipv6', dns_numbers: { group: 4, networks: { ipv6: 2 } }, az_ids: { z1: 1, z2: 2 } },
    manual: { instances: [], properties: {}, address: 'db.example' },
  } as Record<string, JsonObject>,
};

function render(template: string | Uint8Array, changed: Record<string, unknown> = {}): unknown {
  const texts = contextTexts({ ...context, ...changed }, new WeakMap());
  const output = ruby.render({ path: 'job/file.erb', template, context: texts, wantsReads: true });
  return output.ok ? Buffer.from(output.content).toString() : { line: output.line, message: output.message };
}

describe('a template', () => {
  it.each([
    // p
    ["<%= p('port') %>", '80'],
    ["<%= p('tls.format') %>", 'pem'],
    ["<%= p('off') %>", 'false'],
    ["<%= p('none', 7) %> <%= p('none', nil).inspect %> <%= p('a.b.c', 8) %> <%= p('port.x', 9) %>", '7 nil 8 9'],
    ["<%= p(['none', 'tls.test']) %> <%= p(['x', 'y'], 1) %>", 'x 1'],
    ["<%= p('tls').class %> <%= p('tls.ciphers').class %>", 'Hash Array'],
    // order of maps
    ["<%= p('map').to_json %>", '{"a":{"c":[{"z":1,"y":2}],"d":1},"b":1}'],
    ['<%= raw_properties.keys.join(" ") %>', '10 9 map none off port tls'],
    // if_p
    ["<% if_p('port', 'tls.test') do |a, b| %><%= a %><%= b %><% end %>", '80x'],
    ["<% if_p('off') do |v| %><%= v %><% end.else do %>none<% end %>", 'false'],
    ["<% if_p('port', 'none') do %>A<% end.else do %>B<% end %>", 'B'],
    ["<% if_p('none') do %>A<% end.else_if_p('port') do |v| %><%= v %><% end.else do %>C<% end %>", '80'],
    ["<% if_p('port') do %>A<% end.else_if_p('tls') do %>B<% end.else do %>C<% end %>", 'A'],
    ["<% if_p('none') do %>A<% end.else_if_link('db') do |l| %><%= l.p('port') %><% end %>", '1'],
    // links
    [
      "<%= link('db').instances.map { |i| [i.name, i.index, i.id, i.az, i.address, i.bootstrap].join('/') }.join(' ') %>",
      'pg/0/i0/z1/10.0.9.10/true pg/1/i1/z2/2001:db8::1/false',
    ],
    ["<%= link('db').p('deep.er') %> <%= link('db').p('nope', 'd') %> <%= link('db').properties['port'] %>", 'x d 1'],
    ["<%= link('db').instances[1].p('port') %><% link('db').instances[0].if_p('port') do |v| %>/<%= v %><% end %>", '5433/5432'],
    ["<% link('db').if_p('nope') do %>A<% end.else do %>B<% end %>", 'B'],
    ["<% if_link('db') do |l| %><%= l.instances.length %><% end.else do %>none<% end %>", '2'],
    ["<% if_link('x') do %>A<% end.else_if_p('port') do |v| %><%= v %><% end %>", '80'],
    ["<% if_link('x') do %>A<% end.else do %>none<% end %>", 'none'],
    ["<%= link('db').address %>", 'q-s0.post-gres.ipv6.nginx.bosh'],
    ["<%= link('db').address(azs: ['z2', 'z1'], status: 'healthy') %>", 'q-a1a2s3.post-gres.ipv6.nginx.bosh'],
    ["<%= link('db').address(status: 'all', initial_health_check: 'synchronous') %>", 'q-s4y1.post-gres.ipv6.nginx.bosh'],
    ["<%= link('short').address %> <%= link('short').address(azs: ['z2'], status: 'all') %>", 'q-n2s0.q-g4.bosh q-a2n2s4.q-g4.bosh'],
    ["<%= link('manual').address(status: 'all') %>", 'db.example'],
    ["<%= link('db').instances.map { |i| [i.ipv4, i.ipv6].inspect }.join(' ') %>", '[nil, nil] ["10.0.9.11", "2001:db8::1"]'],
    // spec, properties
    ['<%= spec.ipv4 %> <%= spec.ipv6 %> listen [<%= spec.listen %>]:80;', '10.0.9.165 2601:646:100:69f1::165 listen [::]:80;'],
    ['<%= name %>/<%= index %> <%= spec.id %> <%= spec.deployment %> <%= spec.az %> <%= spec.bootstrap %>', 'nginx/2 f1 nginx z1 false'],
    ['<%= spec.networks.send(spec.networks.methods(false).first).ip %>', '10.0.9.165'],
    [
      '<%= spec.networks.ipv6.ip %> <%= spec.networks.default.dns.first %> <%= spec.nothing.inspect %>',
      '2601:646:100:69f1::165 8.8.8.8 nil',
    ],
    [
      '<%= properties.tls.format %> <%= properties.tls.test %> <%= properties.tls.ciphers.last.name %> <%= properties.nope.inspect %>',
      'pem x b nil',
    ],
    ['<%= spec.properties.port %> <%= spec.links.db.instances[0].az %>', '80 z1'],
    ['<%= spec.respond_to?(:az) %> <%= spec.respond_to?(:foo) %> <%= spec.networks.to_h.keys.inspect %>', 'true false [:default, :ipv6]'],
    [
      '<%= properties.map.to_json %> <%= spec["id"] %> <%= spec.dig(:networks, :ipv6, :ip).length %>',
      '{"a":{"c":[{"z":1,"y":2}],"d":1},"b":1} f1 22',
    ],
    // the language
    ['a\n<%- if true -%>\n  b\n<%- end -%>\n% c\n<%% d %>', 'a\n  b\n% c\n<% d %>'],
    ['<% def twice(x)\n return x * 2 if x\n end %><%= twice(4) %>', '8'],
    ['<%= [1, 2].map do |x|\n next x * 2\nend.join(",") %>', '2,4'],
    ['<%= begin; p("zzz"); rescue Bosh::Template::UnknownProperty => e; e.name; end %>', 'zzz'],
    ['<%= begin; p("zzz"); rescue Bosh::Common::Template::UnknownProperty; 1; end %>', '1'],
    ['äöü <%= "→" %>', 'äöü →'],
    ['\uFEFFx', '\uFEFFx'],
    // what templates use without asking for it
    [
      '<%= IPAddr.new("2601:646:100:69f1::165/64") %> <%= IPAddr.new("10.0.0.1").ipv4? %> <%= IPAddr.new("::1").family == Socket::AF_INET6 %>',
      '2601:646:100:69f1:: true true',
    ],
    ['<%= {"a" => [1]}.to_yaml %><%= YAML.load("a: 1")["a"] %>', '---\na:\n- 1\n1'],
    ['<%= JSON.pretty_generate("a" => 1) %> <%= JSON.parse("[1]")[0] %>', '{\n  "a": 1\n} 1'],
    [
      '<%= Base64.decode64("aGk=") %> <%= Digest::SHA256.hexdigest("x")[0, 8] %> <%= Digest::MD5.hexdigest("x")[0, 8] %>',
      'hi 2d711642 9dd4e461',
    ],
    [
      '<%= OpenSSL::Digest::SHA1.hexdigest("x")[0, 8] %> <%= URI.parse("http://[::1]:80/a").host %> <%= URI("http://b/").host %>',
      '11f6ad8e [::1] b',
    ],
    [
      '<%= Zlib.gunzip(Zlib.gzip("z")) %> <%= StringIO.new("s").read %> <%= Set.new([1, 1]).size %> <%= OpenStruct.new(a: 1).a %>',
      'z s 1 1',
    ],
    ['<%= "a b".shellescape %> <%= ["a", "b c"].shelljoin %> <%= Shellwords.split("a \'b c\'").length %>', 'a\\ b a b\\ c 2'],
    ['<%= Time.parse("2020-02-03").day %> <%= Time.at(0).utc.iso8601 %> <%= Date.parse("2020-02-03").month %>', '3 1970-01-01T00:00:00Z 2'],
    [
      '<%= "".blank? %> <%= " ".blank? %> <%= nil.blank? %> <%= [].present? %> <%= 0.present? %> <%= "a".presence %>',
      'true true true false true a',
    ],
    ["<% require 'json'; require 'ipaddr'; require 'uri'; require 'openssl'; require 'digest' %>ok", 'ok'],
  ])('%s', (template, expected) => {
    expect(render(template)).toBe(expected);
  });

  it.each([
    ["\n\n<%= p('nginx_conf') %>", 3, "Can't find property 'nginx_conf'"],
    ["<%= p(['a', 'b.c']) %>", 1, "Can't find property 'a' or 'b.c'"],
    ["\n<%= link('nope') %>", 2, "Can't find link 'nope'"],
    ["<%= link('db').p('nope') %>", 1, "Can't find property 'nope'"],
    ["a\n<% raise 'boom' %>", 2, 'boom'],
    ["a\nb\n<% abort('not this way') %>", 3, 'not this way'],
    ['\n<% exit %>', 2, 'the template called exit'],
    ['<% def f; f; end %>\n<%= f %>', 1, 'stack level too deep'],
    ['\n<%= nil + 1 %>', 2, "undefined method '+' for nil"],
    ['<%= properties.nope.deeper %>', 1, "undefined method 'deeper' for nil"],
  ])('%s fails at line %i', (template, line, message) => {
    expect(render(template)).toEqual({ line, message });
  });

  it('with a mistake in its Ruby fails at the line of it', () => {
    expect(render('a\nb\n<%= 1 + %>\n')).toEqual({ line: 3, message: expect.stringMatching(/^syntax error: \w/) });
    expect(render('a\n<% if true %>\n')).toEqual({ line: expect.any(Number), message: expect.stringContaining('end') });
  });

  it('keeps bytes that are no text', () => {
    const output = ruby.render({
      path: 'a/b',
      template: Buffer.from([0xff, 0xfe, 0x00, 0x0a]),
      wantsReads: true,
      context: contextTexts(context, new WeakMap()),
    });
    expect(output.ok && [...output.content]).toEqual([0xff, 0xfe, 0x00, 0x0a]);
  });

  it('cannot change what the next one sees', () => {
    expect(render("<% p('map')['b'] = 2; spec.networks.default.ip = 'x'; def helper; end; $stdout.puts 'noise'; warn 'noise' %>ok")).toBe(
      'ok',
    );
    expect(render("<%= p('map')['b'] %> <%= spec.networks.default.ip %> <%= respond_to?(:helper, true) %>")).toBe('1 10.0.9.165 false');
  });

  it('sees no host: no files, no environment, no processes, no other template', () => {
    expect(render('<%= ENV.to_h.inspect %> <%= File.exist?("/etc/passwd") %> <%= Dir.children("/render").sort.join(",") %>')).toBe(
      '{} false ',
    );
    expect(render('<%= `id` %>')).toHaveProperty('message');
    expect(render('<% File.write("/bosh6/socket.rb", "") %>')).toHaveProperty('message');
    expect(render('<% require "socket"; IPSocket.getaddress("bosh.io") %>')).toEqual({
      line: 1,
      message: "a template cannot resolve 'bosh.io'",
    });
  });

  it('leaves no memory behind, also where properties are called like methods of Kernel', () => {
    const template = "<% if_p('tls.format') do |x| %><%= x %><% end.else do %>E<% end %><%= p(['x', 'y'], 3) %><%= properties.tls.test %>";
    render(template);
    const before = ruby.memoryBytes;
    for (let i = 0; i < 1000; i++) render(template);
    expect(ruby.memoryBytes - before).toBeLessThan(16 * 1024 * 1024); // a leak of 24 KiB each would be 24 MiB and more
  });
});
