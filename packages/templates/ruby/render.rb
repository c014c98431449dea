require '/bosh6/libraries'
require '/bosh6/lookup'
require '/bosh6/tree'
require '/bosh6/link'
require '/bosh6/evaluation_context'

# Stands outside of every module, so that a template sees no constants but the public ones. A method that a template defines
# becomes one of this context only.
BOSH6_BINDING_OF = ->(__bosh6_context) { __bosh6_context.instance_eval { binding } }

# Renders what the host has put into /render, one template at a time, and puts there the output or the error.
module Bosh6Renderer
  def self.render
    path = File.read('/render/path')
    context = JSON.parse(File.read('/render/context'), max_nesting: false)
    self_of_template = Bosh::Template::EvaluationContext.new(context['spec'], context['properties'], context['links'])
    erb = ERB.new(File.read('/render/template'), trim_mode: '-')
    erb.filename = path
    File.binwrite('/render/output', erb.result(BOSH6_BINDING_OF.call(self_of_template)))
    nil
  rescue Exception => error # rubocop:disable Lint/RescueException -- exit, abort, syntax errors and deep recursion are a template's errors too
    File.write('/render/error', JSON.generate(describe(error, path)))
    nil
  end

  def self.describe(error, path)
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

  def self.line_in(text, path)
    text && text[/#{Regexp.escape(path)}:(\d+)/, 1]&.to_i
  end

  # Ruby draws the lines around the mistake; its own words stand behind the marks.
  def self.syntax_problem(message)
    details = message.scan(/\^+~* *(\S.*)$/).flatten
    "syntax error: #{details.empty? ? message.lines.last.to_s.strip : details.uniq.join('; ')}"
  end
end
