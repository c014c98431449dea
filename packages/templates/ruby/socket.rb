# The Ruby of the renderer has no sockets. ipaddr asks for this file and uses these names only.
class SocketError < StandardError; end
class BasicSocket < IO; end

class Socket < BasicSocket
  AF_UNSPEC = 0
  AF_INET = 2
  AF_INET6 = 10
end

class IPSocket < BasicSocket
  def self.getaddress(host)
    raise SocketError, "a template cannot resolve '#{host}'"
  end
end
