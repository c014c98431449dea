# A template's code stands outside of every module, so that it sees no constants but the public ones. A method that it defines
# becomes one of its context only.
BOSH6_BINDING_OF = ->(__bosh6_context) { __bosh6_context.instance_eval { binding } }
BOSH6_BINDING = -> { binding }

module Bosh6Renderer
  # A template made ready to be rendered many times. What is repeatable is compiled once; other code is evaluated anew each time,
  # since `/o`, `$~` and the like keep what they met.
  class Compiled
    MOST = 1000
    private_constant :MOST

    class << self
      def of(path, text)
        @known ||= {}
        @known.clear if @known.length >= MOST
        @known[[path, text]] ||= new(path, text)
      end
    end

    attr_reader :verdict

    def initialize(path, text)
      @erb = ERB.new(text, trim_mode: '-')
      @erb.filename = path
      @verdict = judged
      @code = @verdict == :repeatable ? code : nil
    end

    def result(context)
      @code ? context.instance_exec(&@code) : @erb.result(BOSH6_BINDING_OF.call(context))
    end

    private

    def judged
      Repeatable.verdict(RubyVM::InstructionSequence.compile(@erb.src))
    rescue SyntaxError
      # Nothing of it will run.
      :own
    rescue StandardError
      :altering
    end

    def code
      first, rest = @erb.src.split("\n", 2)
      eval("#{first}\nproc do #{rest}\nend", BOSH6_BINDING.call, @erb.filename, @erb.lineno)
    rescue SyntaxError
      nil # BEGIN, __END__
    end
  end
end
