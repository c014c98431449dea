module bosh6/go-cpi

go 1.25.0

require (
	github.com/cloudfoundry/bosh-cpi-go v0.0.0-20260704100148-ac82151a2d68
	github.com/cloudfoundry/bosh-utils v0.0.624
)
