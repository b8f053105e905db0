package dev.gangway.trainer;

import dev.gangway.testing.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void theTrainerKeepsTheRules() {
        ArchitectureRules.checkService("dev.gangway.trainer");
        ArchitectureRules.checkSiblings(
                "dev.gangway.trainer",
                "dev.gangway.contracts",
                "dev.gangway.ledger",
                "dev.gangway.artifacts",
                "dev.gangway.gan",
                "dev.gangway.plans",
                "dev.gangway.evaluation");
    }
}
