require '/bosh6/libraries'
require '/bosh6/reads'
require '/bosh6/lookup'
require '/bosh6/tree'
require '/bosh6/link'
require '/bosh6/evaluation_context'
require '/bosh6/repeatable'
require '/bosh6/compiled'

# Renders what the host has put into one file, one template at a time, and puts the output or the error into the other. Both stay
# open and are at no path, for opening costs more than rendering.
module Bosh6Renderer
  INPUT = File.open('/render/input', 'rb')
  OUTPUT = File.open('/render/output', 'r+b')
  private_constant :INPUT, :OUTPUT

  class << self
    def render
      path, text, wanted, spec, properties, *links = read
      compiled = Compiled.of(path, text)
      @altered ||= compiled.verdict == :altering
      reads = Bosh::Template::Reads.current = Bosh::Template::Reads.new
      context = Bosh::Template::EvaluationContext.new(spec, properties, links.each_slice(2).to_h, reads)
      output = compiled.result(context)
      reusable = wanted == 'reads' && compiled.verdict == :repeatable && !reads.unrepeatable && !@altered
      write(reusable ? JSON.generate({ ok: true, reads: reads.to_a }) : @altered ? '{"ok":true,"altered":true}' : '{"ok":true}', output)
    rescue Exception => error # rubocop:disable Lint/RescueException -- exit, abort, syntax errors and deep recursion are a template's errors too
      write(JSON.generate({ ok: false, altered: @altered, error: describe(error, path) }), '')
    ensure
      Bosh::Template::Reads.current = nil
    end

    private

    # The length of all, the number of parts, the length of each, the parts; numbers have 4 bytes, the lowest first.
    def read
      size, count = INPUT.pread(8, 0).unpack('VV')
      all = INPUT.pread(size, 8)
      lengths = all.unpack("V#{count}")
      at = 4 * count
      lengths.map do |length|
        part = all.byteslice(at, length).force_encoding(Encoding::UTF_8)
        at += length
        part
      end
    end

    def write(head, content)
      OUTPUT.pwrite([head.bytesize].pack('V') << head.b << content.to_s.b, 0)
      nil
    end

    def describe(error, path)
      message = error.message.dup.force_encoding('UTF-8').scrub.gsub(/\e\[[0-9;]*m/, '')
      place = (error.backtrace || []).find { |entry| entry.include?(path) }
      case error
      when SyntaxError
        { message: syntax_problem(message), line: line_in(message, path) }
      when SystemExit
        { message: message == 'exit' ? 'the template called exit' : message, line: line_in(place, path) }
      when SystemStackError, NoMemoryError
        { message: message, line: line_in(place, path) }
      else
        { message: message.empty? ? error.class.name : message, line: line_in(place, path) }
      end
    end

    def line_in(text, path)
      text && text[/#{Regexp.escape(path)}:(\d+)/, 1]&.to_i
    end

    # Ruby draws the lines around the mistake; its own words stand behind the marks.
    def syntax_problem(message)
      details = message.scan(/\^+~* *(\S.*)$/).flatten
      "syntax error: #{details.empty? ? message.lines.last.to_s.strip : details.uniq.join('; ')}"
    end
  end
end
