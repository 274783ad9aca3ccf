package ledger_test

import (
	"testing"

	"chancery/ledger"
	"chancery/ledger/ledgertest"
)

func TestMemoryIsAStore(t *testing.T) {
	ledgertest.Run(t, func(testing.TB) ledger.Store { return ledger.NewMemory() })
}
