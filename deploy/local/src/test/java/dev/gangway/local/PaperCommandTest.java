package dev.gangway.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.local.paper.PlanText;
import dev.gangway.local.paper.plan.Plans;
import dev.gangway.local.paper.plan.Scale;
import dev.gangway.local.process.Checkout;
import dev.gangway.local.process.Home;
import dev.gangway.local.process.LocalSystem;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PaperCommandTest {

    @TempDir
    private Path folder;

    @Test
    void whatIsNotUnderstoodIsToldWithTheUsage() {
        CommandRun gangway =
                new CommandRun(new LocalSystem(new Home(folder), new Checkout(folder)), new Checkout(folder));

        assertThat(gangway.execute("paper", "--experiment", "painting", "--plan"))
                .isEqualTo(2);
        assertThat(gangway.errors()).contains("there is no experiment painting", "Usage: gangway paper");
        assertThat(gangway.execute("paper", "--seeds", "0")).isEqualTo(2);
        assertThat(gangway.execute("paper", "--scale", "huge")).isEqualTo(2);
    }

    @Test
    void aPlanSaysWhatIsTrainedHowOftenAndHowLong() {
        assertThat(new PlanText(Plans.all(Scale.small())).text())
                .contains("scale small, shapes, seeds 1 to 2")
                .containsPattern("WGAN as long as RankGAN +wgan +2 +1,200 +200 +0 ")
                .containsPattern("GoGAN +gogan +2 +4,000 +800 +0 ")
                .containsPattern("RankGAN without encoder +rankgan +2 +1,200 +200 +1,000 ")
                .containsPattern("about \\d+ min in all for \\d+ jobs");
    }
}
