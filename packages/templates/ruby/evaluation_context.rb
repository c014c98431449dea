module Bosh
  module Template
    # The `self` of a template. Each part of it is JSON until it is read.
    class EvaluationContext
      include Lookup

      # `links`: name to JSON. Maps among the properties are in order already: templates print them in this order.
      def initialize(spec, properties, links, reads)
        @bosh6 = { spec: spec, properties: properties, links: links, reads: reads }
      end

      def spec
        @bosh6[:spec_tree] ||= begin
          deferred = deferred_in_spec
          Tree.new(deferred.transform_values { nil }.merge(parsed(:spec)), @bosh6[:reads], ['spec'], deferred)
        end
      end

      def properties
        @bosh6[:properties_tree] ||= Tree.new(parsed(:properties), @bosh6[:reads], ['properties'])
      end

      def raw_properties
        @bosh6[:reads].value(['properties'])
        parsed(:properties)
      end

      def name
        job_name = find_in(:spec, %w[job name])
        job_name || find_in(:spec, %w[name])
      end

      def index
        find_in(:spec, %w[index])
      end

      def link(name)
        found = find_link(name)
        raise UnknownLink.new(name) if found.nil?

        Link.new(found)
      end

      def if_link(name)
        found = find_link(name)
        return NotTaken.new(self) if found.nil?

        yield Link.new(found)
        Taken.new
      end

      private

      def find_property(name)
        find_in(:properties, name.to_s.split('.'))
      end

      def find_in(part, keys)
        @bosh6[:reads].value([part.name, *keys])
        Lookup.find(parsed(part), keys)
      end

      def find_link(name)
        return nil unless name.is_a?(String)

        @bosh6[:reads].value(['links', name])
        parsed_link(name)
      end

      def parsed_link(name)
        known = @bosh6[:parsed_links] ||= {}
        return known[name] if known.key?(name) || !@bosh6[:links].key?(name)

        known[name] = JSON.parse(@bosh6[:links][name], max_nesting: false)
      end

      def parsed(part)
        @bosh6[:"#{part}_map"] ||= JSON.parse(@bosh6[part], max_nesting: false)
      end

      # A link may name a thousand instances; few templates ask `spec` for one.
      def deferred_in_spec
        {
          'properties' => -> { parsed(:properties) },
          'links' => -> { @bosh6[:links].to_h { |name, _| [name, parsed_link(name)] } }
        }.except(*parsed(:spec).keys)
      end
    end
  end
end
