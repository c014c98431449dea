module Bosh6Renderer
  # What a template's code could do, read off the instructions that Ruby compiles it to. Whatever is not known here is assumed
  # to be the worse.
  #   :repeatable  its output depends on what it reads of its context, nothing else
  #   :own         its output may be another one each time (time, chance, globals, libraries that are not listed)
  #   :altering    it may change what other templates' code does
  module Repeatable
    INSTRUCTIONS = %w[
      nop getlocal getlocal_WC_0 getlocal_WC_1 setlocal setlocal_WC_0 setlocal_WC_1 getblockparam setblockparam getblockparamproxy putnil
      putself putobject putobject_INT2FIX_0_ putobject_INT2FIX_1_ putspecialobject putstring putchilledstring concatstrings anytostring
      toregexp newarray pushtoarraykwsplat duparray duphash expandarray concatarray concattoarray pushtoarray splatarray splatkw newhash
      newrange pop dup dupn swap opt_reverse topn setn adjuststack checkmatch checkkeyword checktype definemethod send
      opt_send_without_block objtostring opt_ary_freeze opt_hash_freeze opt_str_freeze opt_nil_p opt_str_uminus invokeblock leave throw
      jump branchif branchunless branchnil opt_case_dispatch opt_plus opt_minus opt_mult opt_div opt_mod opt_eq opt_neq opt_lt opt_le
      opt_gt opt_ge opt_ltlt opt_and opt_or opt_aref opt_aset opt_aset_with opt_aref_with opt_length opt_size opt_empty_p opt_succ
      opt_not opt_regexpmatch2
    ].to_h { |name| [name.to_sym, true] }.freeze

    CONSTANTS = [
      *%w[JSON YAML IPAddr Base64 Shellwords Set String Integer Float Array Hash Symbol Numeric Comparable Enumerable NilClass TrueClass
          FalseClass Math StandardError RuntimeError ArgumentError TypeError KeyError IndexError NameError NoMethodError],
      'JSON::ParserError', 'IPAddr::Error', 'IPAddr::InvalidAddressError', 'Socket::AF_INET', 'Socket::AF_INET6',
      'Bosh::Template::UnknownProperty', 'Bosh::Template::UnknownLink', 'Bosh::Common::Template::UnknownProperty',
      'Bosh::Common::Template::UnknownLink'
    ].to_h { |path| [path.split('::').map(&:to_sym), true] }.freeze

    # Without an effect on anything but their receiver, and the same result for the same receiver and arguments, in whatever class.
    # Missing on purpose: shuffle, sample, hash, pack ('p' gives addresses), times and files.
    METHODS = %w[
      p if_p link if_link else else_if_p else_if_link spec properties raw_properties name index instances address ipv4 ipv6 id az bootstrap
      + - * / % ** == != === =~ !~ ! < <= > >= <=> << >> & | ^ ~ +@ -@ [] []= length size empty? nil? succ pred to_s to_i to_f to_a to_h
      to_sym to_str to_ary to_hash to_r to_set inspect is_a? kind_of? instance_of? respond_to? methods dup clone freeze frozen? then tap itself
      blank? present? presence to_json to_yaml dump generate pretty_generate parse safe_load new raise loop lambda proc call format sprintf
      String Integer Float Array Hash each each_with_index each_with_object each_slice each_cons each_pair each_key each_value each_char
      each_line each_entry each_index reverse_each times upto downto step map map! collect flat_map filter_map select select! filter
      filter! reject reject! find detect find_index find_all partition group_by chunk_while slice_when zip product transpose sort sort!
      sort_by sort_by! min max minmax min_by max_by minmax_by sum count tally reduce inject first last take take_while drop drop_while
      cycle lazy force with_index with_object include? member? any? all? none? one? uniq uniq! compact compact! flatten flatten! reverse
      reverse! rotate push append pop shift unshift prepend insert concat delete delete_at delete_if keep_if fill clear replace slice slice!
      values_at fetch fetch_values dig key key? has_key? value? has_value? keys values merge merge! update store transform_values
      transform_values! transform_keys transform_keys! invert except sort_keys default default= to_proc assoc bsearch
      combination permutation join split strip strip! lstrip rstrip chomp chomp! chop chop! chars lines bytes upcase upcase! downcase
      downcase! capitalize capitalize! swapcase tr tr! tr_s delete_prefix delete_suffix squeeze gsub gsub! sub sub! scan match match?
      start_with? end_with? index rindex center ljust rjust ord chr hex oct encode force_encoding encoding valid_encoding? scrub b
      bytesize byteslice unicode_normalize ascii_only? captures named_captures pre_match post_match casecmp casecmp? eql? equal? between?
      clamp abs floor ceil round truncate divmod modulo fdiv div gcd lcm digits bit_length even? odd? zero? positive? negative? nan?
      infinite? finite? integer? numerator denominator coerce begin end cover? exclude_end? message full_message class
      encode64 decode64 strict_encode64 strict_decode64 urlsafe_encode64 urlsafe_decode64 shellescape shellsplit shelljoin escape
      ipv6? to_range prefix mask netmask family native ipv4_mapped ipv4_compat reverse ip6_arpa hton loopback? private? link_local? cidr
      add add? subset? superset? union intersection difference disjoint? intersect? puts print putc warn catch throw block_given? not
      host port path type version level mode user password timeout url domain query scheme userinfo fragment limit interval cert key_len
      list value source target group code options parameters priority enable disable status state lambda? arity
    ].to_h { |name| [name.to_sym, true] }.freeze

    ALTERING = %w[
      send __send__ public_send eval instance_eval instance_exec class_eval class_exec module_eval module_exec binding result method
      public_method singleton_method instance_method public_instance_method define_method define_singleton_method alias_method
      attr attr_reader attr_writer attr_accessor include extend prepend refine using const_set remove_const const_missing autoload
      module_function public private protected private_class_method private_constant remove_method undef_method class_variable_set
      remove_class_variable instance_variable_set remove_instance_variable load require require_relative unsafe_load create_id= intern
      to_enum enum_for each_object trace_var set_trace_func default_internal= default_external= report_on_exception= at_exit
      ignore_load_path set_backtrace
    ].to_h { |name| [name.to_sym, true] }.freeze

    # By Ruby's numbers: max, min, include?. The others are hash and pack.
    ON_NEW_ARRAY = { 1 => true, 2 => true, 6 => true }.freeze
    LIBRARIES = %w[json yaml psych ipaddr base64 shellwords set erb].to_h { |name| [name, true] }.freeze
    # Symbols and texts that name methods are calls too.
    BY_NAME = { inject: true, reduce: true }.freeze
    # Ruby's flags of a call: `*list`, `&block`, without a receiver.
    SPLAT = 1 << 0
    BLOCK_ARGUMENT = 1 << 1
    OWN_METHOD = 1 << 2
    RANK = { repeatable: 0, own: 1, altering: 2 }.freeze

    class << self
      # `compiled`: a RubyVM::InstructionSequence. Loads the listed libraries that the code names, so that their methods are known.
      def verdict(compiled)
        instructions = instructions_of(compiled.to_a)
        load_libraries(instructions)
        defined_here = instructions.filter_map { |name, method| method if name == :definemethod }.to_h { |name| [name, true] }
        worst = :repeatable
        instructions.each_with_index do |instruction, at|
          worst = worse(judge(instruction, instructions[at - 1], defined_here), worst)
        end
        worst
      end

      private

      def instructions_of(sequence, found = [])
        sequence.last.each { |entry| found << entry if entry.is_a?(Array) }
        nested(sequence) { |inner| instructions_of(inner, found) }
        found
      end

      def nested(part, &block)
        part.each do |entry|
          next unless entry.is_a?(Array)

          entry.first == 'YARVInstructionSequence/SimpleDataFormat' ? block.call(entry) : nested(entry, &block)
        end
      end

      def load_libraries(instructions)
        instructions.each do |name, path|
          next unless name == :opt_getconstant_path && CONSTANTS.key?(path)

          path.inject(Object) { |scope, constant| scope.const_get(constant) }
        end
        require 'yaml' if instructions.any? { |_, call| call.is_a?(Hash) && call[:mid] == :to_yaml }
      end

      def judge(instruction, before, defined_here)
        name, operand = instruction
        case name
        when :opt_getconstant_path then judge_constant(operand)
        when :setconstant, :defineclass then Object.const_defined?(operand) ? :altering : :own
        when :setglobal then operand.match?(/\A\$[a-z]/) ? :own : :altering # `$,` and its like are read by methods of others
        when :definesmethod, :invokesuper then :altering
        when :opt_newarray_send then ON_NEW_ARRAY.key?(instruction[2]) ? :repeatable : :own
        when :opt_duparray_send then METHODS.key?(instruction[2]) ? :repeatable : :own
        else
          return :own unless INSTRUCTIONS.key?(name)

          operand.is_a?(Hash) && operand.key?(:mid) ? judge_call(operand, instruction[2], before, defined_here) : :repeatable
        end
      end

      def judge_constant(path)
        return :repeatable if CONSTANTS.key?(path)

        path.include?(:ERB) || path.include?(:JS) ? :altering : :own
      end

      def judge_call(call, block, before, defined_here)
        method = call[:mid]
        if method == :require
          return %i[putstring putchilledstring].include?(before[0]) && LIBRARIES.key?(before[1]) ? :repeatable : :altering
        end

        named = call[:flag].anybits?(BLOCK_ARGUMENT) || (BY_NAME.key?(method) && block.nil? && call[:orig_argc].positive?)
        worse(named ? judge_named(before, defined_here) : :repeatable, judge_method(method, bare?(call, block), defined_here))
      end

      def judge_named(before, defined_here)
        return judge_method(before[1], false, defined_here) if before[0] == :putobject && before[1].is_a?(Symbol)

        before[0] == :getblockparamproxy ? :repeatable : :altering
      end

      def judge_method(method, bare, defined_here)
        return :repeatable if METHODS.key?(method) || method.start_with?('core#hash_merge')
        return :altering if method.start_with?('core#')
        return bare ? :repeatable : :altering if ALTERING.key?(method)

        defined_here.key?(method) || !known_methods.key?(method) ? :repeatable : :own
      end

      # `x.name`, as keys of `spec` and of properties are read: no method that alters anything does more than fail without an argument
      # or a block.
      def bare?(call, block)
        call[:orig_argc].zero? && block.nil? && call[:flag].nobits?(SPLAT | BLOCK_ARGUMENT | OWN_METHOD)
      end

      def worse(one, other)
        RANK[one] > RANK[other] ? one : other
      end

      # A name that no class has is a key of `spec` or of properties, or the template fails.
      def known_methods
        return @known_methods if @known_with == $LOADED_FEATURES.length

        @known_with = $LOADED_FEATURES.length
        @known_methods = {}
        ObjectSpace.each_object(Module) do |type|
          [type, type.singleton_class].each do |of|
            of.instance_methods(false).each { |name| @known_methods[name] = true }
            of.private_instance_methods(false).each { |name| @known_methods[name] = true }
          end
        end
        @known_methods
      end
    end
  end
end
