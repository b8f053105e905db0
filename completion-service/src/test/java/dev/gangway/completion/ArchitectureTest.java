package dev.gangway.completion;

import dev.gangway.testing.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void theCompletionServiceKeepsTheRules() {
        ArchitectureRules.checkService("dev.gangway.completion");
        ArchitectureRules.checkSiblings(
                "dev.gangway.completion",
                "dev.gangway.contracts",
                "dev.gangway.ledger",
                "dev.gangway.artifacts",
                "dev.gangway.evaluation",
                "dev.gangway.gan",
                "dev.gangway.plans");
    }
}
