module Bosh
  module Template
    # What a template has read of its context. Another context with the same values there gives the same output, if the template's
    # code is repeatable. A path begins with spec, properties or links; its value is nil where nothing is.
    class Reads
      class << self
        # The one being rendered.
        attr_accessor :current
      end

      attr_reader :unrepeatable

      def initialize
        @paths = {}
      end

      def value(path)
        @paths[path] = true
      end

      # That a map is there; what is in it is read on its own.
      def map(path)
        @paths[path] = false unless @paths.key?(path)
      end

      # Something was seen that the next run has otherwise.
      def forbid_reuse
        @unrepeatable = true
      end

      # `[["value" | "map", *path]...]`
      def to_a
        @paths.map { |path, whole| [whole ? 'value' : 'map', *path] }
      end
    end

    # What Ruby says of an object without words of its own has the object's address in it, which is another one each time.
    module Addresses
      def to_s
        Reads.current&.forbid_reuse
        super
      end

      def inspect
        Reads.current&.forbid_reuse
        super
      end
    end
  end
end

class Object
  def to_s
    ::Bosh::Template::Reads.current&.forbid_reuse
    super
  end

  def inspect
    ::Bosh::Template::Reads.current&.forbid_reuse
    super
  end
end

[Proc, Enumerator, Enumerator::Lazy, Method, UnboundMethod].each { |type| type.prepend(Bosh::Template::Addresses) }
