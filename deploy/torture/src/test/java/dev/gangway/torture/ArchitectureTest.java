package dev.gangway.torture;

import dev.gangway.testing.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void thisModuleKeepsTheRules() {
        ArchitectureRules.checkSilent("dev.gangway.torture");
        ArchitectureRules.checkSiblings(
                "dev.gangway.torture",
                "dev.gangway.contracts",
                "dev.gangway.artifacts",
                "dev.gangway.embedded",
                "dev.gangway.local",
                "dev.gangway.testing");
    }
}
