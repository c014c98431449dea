// A CPI executable on the lab whose protocol is a stranger's: cloudfoundry/bosh-cpi-go reads the request, converts the arguments, makes the
// agent's settings and writes the response; what is here only asks the lab.
package main

import (
	"fmt"
	"os"

	boshlog "github.com/cloudfoundry/bosh-utils/logger"
	"github.com/cloudfoundry/bosh-cpi-go/apiv1"
	"github.com/cloudfoundry/bosh-cpi-go/rpc"
)

func main() {
	if err := rpc.NewFactory(boshlog.NewLogger(boshlog.LevelNone)).NewCLI(factory{}).ServeOnce(); err != nil {
		fmt.Fprintln(os.Stderr, "go-cpi:", err)
		os.Exit(1)
	}
}

type factory struct{}

// New makes the CPI of one request; the properties of a CPI config lie in its context.
func (factory) New(context apiv1.CallContext) (apiv1.CPI, error) {
	var properties struct {
		Socket string `json:"socket"`
	}
	if err := context.As(&properties); err != nil {
		return nil, err
	}
	return cpi{lab{properties.Socket}}, nil
}

type cpi struct{ lab lab }

func (cpi) Info() (apiv1.Info, error) {
	return apiv1.Info{StemcellFormats: []string{"bosh6-lab-light"}}, nil
}

func (c cpi) CreateStemcell(image string, _ apiv1.StemcellCloudProps) (apiv1.StemcellCID, error) {
	made, err := c.lab.id("create_stemcell", object{"imagePath": image, "cloudProperties": object{}})
	if err != nil {
		return apiv1.StemcellCID{}, err
	}
	return apiv1.NewStemcellCID(made), nil
}

func (c cpi) DeleteStemcell(cid apiv1.StemcellCID) error {
	return c.lab.call("delete_stemcell", object{"cid": cid}, nil)
}
