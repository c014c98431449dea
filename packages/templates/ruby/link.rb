module Bosh
  module Template
    class LinkInstance
      include Lookup

      attr_reader :name, :index, :id, :az, :address, :bootstrap, :properties
      # Ours: the instance's address of each family, nil where it has none.
      attr_reader :ipv4, :ipv6

      def initialize(spec)
        @name, @index, @id, @az, @address, @bootstrap = spec.values_at('name', 'index', 'id', 'az', 'address', 'bootstrap')
        @ipv4, @ipv6 = spec.values_at('ipv4', 'ipv6')
        @properties = spec['properties'] || {}
      end

      private

      def raw_properties
        @properties
      end
    end

    class Link
      include Lookup

      attr_reader :instances, :properties

      def initialize(spec)
        @spec = spec
        @properties = spec['properties'] || {}
        @instances = (spec['instances'] || []).map { |instance| LinkInstance.new(instance) }
      end

      # The BOSH DNS name that stands for the instances meeting the criteria; for a manual link its own address.
      def address(criteria = {})
        return @spec['address'] if @spec['address']

        criteria = criteria.transform_keys(&:to_s)
        group, network, deployment, domain = @spec.values_at('instance_group', 'default_network', 'deployment_name', 'domain')
        return short_address(criteria, network) if @spec['dns_numbers']

        labels = [group, network, deployment].map { |label| label.to_s.downcase.tr('_', '-').gsub(/[^a-z0-9-]/, '') }
        "q-#{query(criteria)}.#{labels.join('.')}.#{domain || 'bosh'}"
      end

      private

      STATUSES = { 'default' => 0, 'unhealthy' => 1, 'healthy' => 3, 'all' => 4 }.freeze
      HEALTH_CHECKS = { 'asynchronous' => 0, 'synchronous' => 1 }.freeze
      private_constant :STATUSES, :HEALTH_CHECKS

      def short_address(criteria, network)
        group, networks = @spec['dns_numbers'].values_at('group', 'networks')
        "q-#{query(criteria, "n#{networks.fetch(network)}")}.q-g#{group}.#{@spec['domain'] || 'bosh'}"
      end

      def query(criteria, network = '')
        azs = Array(criteria['azs']).map { |az| "a#{az_id(az)}" }.sort.join
        status = "s#{STATUSES.fetch((criteria['status'] || 'default').to_s)}"
        check = criteria['initial_health_check']
        "#{azs}#{network}#{status}#{check ? "y#{HEALTH_CHECKS.fetch(check.to_s)}" : ''}"
      end

      # BOSH DNS knows AZs by number; the link carries the numbers of those that it may be asked for.
      def az_id(name)
        (@spec['az_ids'] || {}).fetch(name) { raise ArgumentError, "the link knows no AZ '#{name}'" }
      end

      def raw_properties
        @properties
      end
    end
  end
end
