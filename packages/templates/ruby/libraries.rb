# What the Director's process had loaded, and templates therefore use without asking for it; loaded here at first use.
require 'erb'
require 'json'

%w[base64 ostruct csv logger].each { |gem| $LOAD_PATH.concat(Dir.glob("/usr/local/lib/ruby/gems/3.4.0/gems/#{gem}-*/lib")) }

{
  Base64: 'base64', Date: 'date', DateTime: 'date', Digest: 'digest', IPAddr: 'ipaddr', Logger: 'logger', OpenSSL: 'openssl',
  OpenStruct: 'ostruct', Pathname: 'pathname', Psych: 'psych', SecureRandom: 'securerandom', Shellwords: 'shellwords',
  StringIO: 'stringio', StringScanner: 'strscan', Tempfile: 'tempfile', Timeout: 'timeout', URI: 'uri', YAML: 'yaml', Zlib: 'zlib'
}.each { |name, library| Object.autoload(name, library) }

# Each of these replaces itself by loading the library that defines it.
class Object
  def to_yaml(...)
    require 'yaml'
    to_yaml(...)
  end

  def blank?
    respond_to?(:empty?) ? empty? : !self
  end

  def present?
    !blank?
  end

  def presence
    blank? ? nil : self
  end
end

class String
  def blank?
    strip.empty?
  end

  def shellescape
    require 'shellwords'
    shellescape
  end

  def shellsplit
    require 'shellwords'
    shellsplit
  end
end

class Array
  def shelljoin
    require 'shellwords'
    shelljoin
  end
end

class Time
  class << self
    %i[parse strptime rfc2822 httpdate].each do |name|
      define_method(name) do |*arguments, **options|
        require 'time'
        public_send(name, *arguments, **options)
      end
    end
  end
end

module Kernel
  def URI(text)
    require 'uri'
    URI.parse(text)
  end
end
