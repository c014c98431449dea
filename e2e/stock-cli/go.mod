// The stock CLI, for the tests below e2e/interop: go build -C e2e/stock-cli -o .cache/bosh github.com/cloudfoundry/bosh-cli/v7
module bosh6.test/stock-cli

go 1.26

require github.com/cloudfoundry/bosh-cli/v7 v7.10.8

// v2.866.0, which the CLI asks for, is not to be had everywhere; of this module it uses the types of requests to agents
replace github.com/cloudfoundry/bosh-agent/v2 v2.866.0 => github.com/cloudfoundry/bosh-agent/v2 v2.892.0
