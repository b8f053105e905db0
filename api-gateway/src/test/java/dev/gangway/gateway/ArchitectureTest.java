package dev.gangway.gateway;

import dev.gangway.testing.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void theGatewayKeepsTheRules() {
        ArchitectureRules.checkService("dev.gangway.gateway");
        ArchitectureRules.checkSiblings(
                "dev.gangway.gateway", "dev.gangway.contracts", "dev.gangway.ledger", "dev.gangway.artifacts");
    }
}
