#!/bin/bash
exec /var/vcap/jobs/witness/bin/tell pre-stop "$BOSH_VM_NEXT_STATE" "$BOSH_INSTANCE_NEXT_STATE" "$BOSH_DEPLOYMENT_NEXT_STATE"
