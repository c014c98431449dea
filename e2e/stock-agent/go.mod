// The stock agent and the program that it fetches blobs with, for e2e/interop; e2e/interop/README.md says how they are built.
module bosh6.test/stock-agent

go 1.26.0

require (
	github.com/cloudfoundry/bosh-agent/v2 v2.892.0
	github.com/cloudfoundry/bosh-davcli v0.0.508
)

// The versions that the agent asks for are not to be had everywhere.
replace (
	code.cloudfoundry.org/tlsconfig => code.cloudfoundry.org/tlsconfig v0.53.0
	github.com/cloudfoundry/bosh-davcli => github.com/cloudfoundry/bosh-davcli v0.0.491
	github.com/cloudfoundry/bosh-utils => github.com/cloudfoundry/bosh-utils v0.0.629
)
