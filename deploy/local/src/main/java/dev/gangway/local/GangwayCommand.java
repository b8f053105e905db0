package dev.gangway.local;

import dev.gangway.local.process.Checkout;
import dev.gangway.local.process.GangwayException;
import dev.gangway.local.process.Home;
import dev.gangway.local.process.LocalSystem;
import java.nio.file.Path;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The whole system on one machine, as a command. */
@Command(
        name = "gangway",
        mixinStandardHelpOptions = true,
        version = "gangway 0.1.0",
        synopsisSubcommandLabel = "COMMAND",
        description =
                "Runs the whole of Gangway on this machine: broker, S3 store and database in one process, and the gateway, "
                        + "each trainer and each completion service in one of its own. Everything listens on 127.0.0.1 only.",
        footerHeading = "%nEnvironment:%n",
        footer = {
            "  GANGWAY_HOME   the folder of all data, logs and ports (deploy/local/.data)",
            "  JAVA_HOME      the JDK that runs everything (the java on the PATH)",
            "  GANGWAY_...    settings of the services, which are given the environment of",
            "                 `up`: GANGWAY_WORKER_LEASE=6s has what a vanished worker had",
            "                 done again by another after six seconds instead of fifteen",
            "",
            "Two homes are two systems, which need ports of their own.",
            "Exit codes: 0 done, 1 failed, 2 not understood."
        })
public final class GangwayCommand {

    private static final String CHECKOUT_PROPERTY = "gangway.checkout";

    private GangwayCommand() {}

    /** Runs the command and ends the JVM with its exit code. */
    public static void main(String... arguments) {
        Checkout checkout = new Checkout(Path.of(System.getProperty(CHECKOUT_PROPERTY, "")));
        LocalSystem system = new LocalSystem(home(System.getenv(), checkout), checkout);
        System.exit(commandLine(system, checkout).execute(arguments));
    }

    /** The command with all that it can do. */
    static CommandLine commandLine(LocalSystem system, Checkout checkout) {
        return new CommandLine(new GangwayCommand())
                .addSubcommand(new UpCommand(system))
                .addSubcommand(new DownCommand(system))
                .addSubcommand(new StatusCommand(system))
                .addSubcommand(new LogsCommand(system))
                .addSubcommand(new ImportCommand(system))
                .addSubcommand(new DeadLettersCommand(system))
                .addSubcommand(new DemoCommand(system, checkout))
                .addSubcommand(new PaperCommand(system, checkout))
                .addSubcommand(new TheoryCommand(home(System.getenv(), checkout), checkout))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(GangwayCommand::tell);
    }

    /** The folder that the environment names, or the one in the checkout. */
    static Home home(Map<String, String> environment, Checkout checkout) {
        String named = environment.getOrDefault("GANGWAY_HOME", "");
        return new Home(named.isBlank() ? checkout.root().resolve("deploy/local/.data") : Path.of(named));
    }

    /** What the user can do something about is told in a sentence; anything else is a fault, and its trace is of use. */
    private static int tell(Exception failure, CommandLine commandLine, CommandLine.ParseResult parsed)
            throws Exception {
        if (!(failure instanceof GangwayException)) {
            throw failure;
        }
        commandLine.getErr().println(commandLine.getColorScheme().errorText("gangway: " + failure.getMessage()));
        return CommandLine.ExitCode.SOFTWARE;
    }
}
