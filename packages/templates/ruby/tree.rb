module Bosh
  module Template
    # Maps that are read like objects: `spec.networks.default.ip`; what is missing is nil. Built as far as it is read, for an
    # OpenStruct of everything is slow, and leaks memory in this Ruby for keys such as `format` or `test`.
    class Tree
      KEPT = %i[
        object_id instance_eval instance_exec respond_to? is_a? kind_of? instance_of? nil? class public_send frozen? equal?
        instance_variable_get instance_variable_set instance_variables instance_variable_defined? dup clone freeze tap then
      ].freeze
      (instance_methods - KEPT).each { |name| undef_method(name) unless name.match?(/\A(__|[^a-z])/) }

      def self.of(value)
        case value
        when Hash then new(value)
        when Array then value.map { |item| of(item) }
        else value
        end
      end

      def initialize(table)
        @table = table
        @built = {}
      end

      def [](key)
        key = key.to_s
        return nil unless @table.key?(key)

        @built.key?(key) ? @built[key] : (@built[key] = Tree.of(@table[key]))
      end

      def []=(key, value)
        @table[key.to_s] = value
        @built[key.to_s] = value
      end

      def dig(key, *keys)
        value = self[key]
        keys.empty? || value.nil? ? value : value.dig(*keys)
      end

      def methods(_all = true)
        @table.keys.map(&:to_sym)
      end

      def send(name, *arguments)
        __send__(name, *arguments)
      end

      def ==(other)
        other.instance_of?(Tree) && to_h == other.to_h
      end

      def to_s
        "#<Bosh::Template::Tree #{@table.keys.join(' ')}>"
      end

      def respond_to_missing?(name, _all = false)
        @table.key?(name.name) || FALLBACKS.key?(name)
      end

      def method_missing(name, *arguments, &block)
        key = name.name
        return self[key] if arguments.empty? && @table.key?(key)
        return self[key.delete_suffix('=')] = arguments.first if arguments.length == 1 && key.end_with?('=')

        fallback = FALLBACKS[name]
        return fallback.call(self, @table, *arguments, &block) if fallback
        return nil if arguments.empty?

        raise NoMethodError, "undefined method '#{key}' for spec or properties"
      end

      # Names that a key of the data may take.
      FALLBACKS = {
        to_h: ->(_, table) { table.transform_keys(&:to_sym) },
        to_hash: ->(_, table) { table },
        marshal_dump: ->(_, table) { table.transform_keys(&:to_sym) },
        table: ->(_, table) { table.transform_keys(&:to_sym) },
        to_json: ->(_, table, *arguments) { table.to_json(*arguments) },
        to_yaml: ->(_, table, *arguments) { table.to_yaml(*arguments) },
        each_pair: ->(tree, table, &block) { table.each_key { |key| block.call(key.to_sym, tree[key]) } },
        inspect: ->(tree, _) { tree.to_s },
        hash: ->(tree, _) { tree.object_id },
        eql?: ->(tree, _, other) { tree == other },
        blank?: ->(_, _) { false },
        present?: ->(_, _) { true },
        delete_field: ->(_, table, key) { table.delete(key.to_s) }
      }.freeze
      private_constant :FALLBACKS
    end
  end
end
