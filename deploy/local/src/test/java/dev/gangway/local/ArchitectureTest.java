package dev.gangway.local;

import dev.gangway.testing.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void thisModuleKeepsTheRules() {
        ArchitectureRules.checkSilent("dev.gangway.local");
        ArchitectureRules.checkSiblings(
                "dev.gangway.local", "dev.gangway.embedded", "dev.gangway.contracts", "dev.gangway.artifacts");
    }
}
