package dev.gangway.ledger;

import dev.gangway.testing.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void theLedgerKeepsTheRulesAndKnowsOnlyTheContracts() {
        ArchitectureRules.checkSilent("dev.gangway.ledger");
        ArchitectureRules.checkSiblings("dev.gangway.ledger", "dev.gangway.contracts");
    }
}
