module bosh6/go-cpi

go 1.25.0

require (
	github.com/cloudfoundry/bosh-utils v0.0.642
	github.com/cppforlife/bosh-cpi-go v0.0.0-20180718174221-526823bbeafd
)
