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

      # With `reads` and the `path` that leads here, what is read is written down. `deferred`: keys whose values are made when read.
      def initialize(table, reads = nil, path = nil, deferred = {})
        @table = table
        @reads = reads
        @path = path
        @deferred = deferred
        @built = {}
      end

      def [](key)
        key = key.to_s
        return @built[key] if @built.key?(key)

        __bosh6_make(key) if @deferred.key?(key)
        value = @table[key]
        __bosh6_read(key, value)
        return nil unless @table.key?(key)

        @built[key] = value.is_a?(Hash) ? Tree.new(value, @reads, @path && [*@path, key]) : Tree.of(value)
      end

      def []=(key, value)
        key = key.to_s
        @deferred.delete(key)
        @table[key] = value
        @built[key] = value
      end

      def dig(key, *keys)
        value = self[key]
        keys.empty? || value.nil? ? value : value.dig(*keys)
      end

      def methods(_all = true)
        __bosh6_whole.keys.map(&:to_sym)
      end

      def send(name, *arguments)
        __send__(name, *arguments)
      end

      def ==(other)
        other.instance_of?(Tree) && to_h == other.to_h
      end

      def to_s
        "#<Bosh::Template::Tree #{__bosh6_whole.keys.join(' ')}>"
      end

      def respond_to_missing?(name, _all = false)
        __bosh6_whole.key?(name.name) || FALLBACKS.key?(name)
      end

      def method_missing(name, *arguments, &block)
        key = name.name
        return self[key] if arguments.empty? && @table.key?(key)
        return self[key.delete_suffix('=')] = arguments.first if arguments.length == 1 && key.end_with?('=')

        fallback = FALLBACKS[name]
        return fallback.call(self, __bosh6_whole, *arguments, &block) if fallback

        __bosh6_read(key, nil)
        return nil if arguments.empty?

        raise NoMethodError, "undefined method '#{key}' for spec or properties"
      end

      # Names that no key has.
      def __bosh6_read(key, value)
        return if @reads.nil?

        value.is_a?(Hash) ? @reads.map([*@path, key]) : @reads.value([*@path, key])
      end

      def __bosh6_whole
        @reads&.value(@path)
        @deferred.keys.each { |key| __bosh6_make(key) }
        @table
      end

      def __bosh6_make(key)
        @table[key] = @deferred.delete(key).call
      end

      private :__bosh6_read, :__bosh6_whole, :__bosh6_make

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
