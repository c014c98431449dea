module Bosh
  module Template
    class UnknownProperty < StandardError
      attr_reader :name

      def initialize(names)
        @name = names.first
        super("Can't find property #{names.map { |name| "'#{name}'" }.join(' or ')}")
      end
    end

    class UnknownLink < StandardError
      attr_reader :name

      def initialize(name)
        @name = name
        super("Can't find link '#{name}'")
      end
    end

    # `p` and `if_p` over what `find_property` finds. Written with while loops: to leave a block early leaks memory in this Ruby.
    module Lookup
      def p(names, *default)
        names = [names] unless names.is_a?(Array)
        i = 0
        while i < names.length
          value = find_property(names[i])
          return value unless value.nil?

          i += 1
        end
        return default.first unless default.empty?

        raise UnknownProperty.new(names)
      end

      def if_p(*names)
        values = []
        i = 0
        while i < names.length
          value = find_property(names[i])
          return NotTaken.new(self) if value.nil?

          values << value
          i += 1
        end
        yield(*values)
        Taken.new
      end

      private

      def find_property(name)
        Lookup.find(raw_properties, name.to_s.split('.'))
      end

      # The value that the keys lead to; nil where one leads nowhere.
      def self.find(value, keys)
        i = 0
        while i < keys.length
          return nil unless value.is_a?(Hash)

          value = value[keys[i]]
          i += 1
        end
        value
      end
    end

    # What an `if_p` or `if_link` gives when its block ran: every `else` behind it is passed over.
    class Taken
      def else; end

      def else_if_p(*)
        self
      end

      def else_if_link(*)
        self
      end
    end

    class NotTaken
      def initialize(context)
        @context = context
      end

      def else
        yield
      end

      def else_if_p(*names, &block)
        @context.if_p(*names, &block)
      end

      def else_if_link(name, &block)
        @context.if_link(name, &block)
      end
    end
  end

  # Templates that rescue an error name it by either path.
  module Common
    Template = ::Bosh::Template
  end
end
