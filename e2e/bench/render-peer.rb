# The peer of render.throughput: the same jobs for the same instances, by ERB in the system's Ruby.
# Reads the scene from the file that is named; for each line on stdin renders all of it once and prints `SECONDS SHA1`, the digest
# of all outputs in order. Templates are compiled from ERB once; properties and links are in memory as maps before the clock starts.
require 'digest'
require 'erb'
require 'json'

class Missing < StandardError; end

# A map whose keys are methods, made when it is read.
class Fields
  def initialize(map)
    @map = map
  end

  def method_missing(name, *)
    value = @map[name.name]
    value.is_a?(Hash) ? Fields.new(value) : value
  end

  def respond_to_missing?(*)
    true
  end
end

Else = Struct.new(:wanted) do
  def else
    yield if wanted
  end
end

module Find
  def dig(map, name)
    name.split('.').reduce(map) { |at, key| at.is_a?(Hash) ? at[key] : nil }
  end

  def p(names, *fallback)
    Array(names).each do |name|
      value = dig(values, name)
      return value unless value.nil?
    end
    fallback.empty? ? raise(Missing, names.inspect) : fallback.first
  end

  def if_p(*names)
    found = names.map { |name| dig(values, name) }
    return Else.new(true) if found.any?(&:nil?)

    yield(*found)
    Else.new(false)
  end
end

Instance = Struct.new(:address)

class Link
  include Find
  attr_reader :values, :instances

  def initialize(content)
    @values = content['properties']
    @instances = content['instances'].map { |instance| Instance.new(instance['address']) }
  end
end

class Context
  include Find
  attr_reader :values, :spec, :name, :index

  def initialize(spec, properties, links)
    @spec = Fields.new(spec)
    @name = spec['name']
    @index = spec['index']
    @values = properties
    @links = links
  end

  def if_link(name)
    content = @links[name]
    return Else.new(true) if content.nil?

    yield Link.new(content)
    Else.new(false)
  end

  def scope
    binding
  end
end

# Templates see maps among the properties in the order of their keys.
def ordered(value)
  value.is_a?(Hash) ? value.sort.to_h.transform_values { |each| ordered(each) } : value
end

scene = JSON.parse(File.read(ARGV.fetch(0)))
properties_of = scene['properties'].map { |group| group.map { |of_job| ordered(of_job) } }
jobs = scene['jobs'].map do |job|
  job['templates'].map { |text| ERB.new(text, trim_mode: '-') }
end
$stdout.sync = true

while $stdin.gets
  start = Process.clock_gettime(Process::CLOCK_MONOTONIC)
  all = Digest::SHA1.new
  scene['instances'].each do |instance|
    jobs.each_with_index do |templates, at|
      properties = properties_of[instance['group']][at]
      templates.each { |template| all << template.result(Context.new(instance['spec'], properties, scene['links']).scope) }
    end
  end
  puts "#{Process.clock_gettime(Process::CLOCK_MONOTONIC) - start} #{all.hexdigest}"
end
