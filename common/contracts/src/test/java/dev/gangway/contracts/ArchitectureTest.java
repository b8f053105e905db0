package dev.gangway.contracts;

import dev.gangway.testing.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void contractsKeepTheRulesAndKnowNoSibling() {
        ArchitectureRules.checkSilent("dev.gangway.contracts");
        ArchitectureRules.checkSiblings("dev.gangway.contracts");
    }
}
