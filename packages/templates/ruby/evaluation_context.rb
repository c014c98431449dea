module Bosh
  module Template
    # The `self` of a template.
    class EvaluationContext
      include Lookup

      attr_reader :name, :index, :spec, :properties, :raw_properties

      def initialize(spec, properties, links)
        @raw_properties = EvaluationContext.sorted(properties)
        @links = links
        spec = { 'properties' => @raw_properties, 'links' => links }.merge(spec)
        job = spec['job']
        @name = job.is_a?(Hash) && job['name'] ? job['name'] : spec['name']
        @index = spec['index']
        @spec = Tree.new(spec)
        @properties = Tree.new(@raw_properties)
      end

      def link(name)
        found = @links[name]
        raise UnknownLink.new(name) if found.nil?

        Link.new(found)
      end

      def if_link(name)
        found = @links[name]
        return NotTaken.new(self) if found.nil?

        yield Link.new(found)
        Taken.new
      end

      # Keys in order at every level, but not inside lists: templates print maps in this order.
      def self.sorted(value)
        return value unless value.is_a?(Hash)

        value.sort.to_h.transform_values { |each| sorted(each) }
      end
    end
  end
end
