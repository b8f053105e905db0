package dev.gangway.torture;

import dev.gangway.torture.fault.FaultKind;
import dev.gangway.torture.system.Places;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Torture as a command. Exit codes: 0 when nothing was found, 1 when something was, 2 for a wrong command line. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        version = "gangway 0.1.0",
        showDefaultValues = true,
        header =
                "Lets processes die, stand still and come back while jobs run, and holds what is left against an undisturbed run.",
        description =
                "Starts a system of its own on free ports of the loopback address: broker, store, database, gateway, two trainers and two "
                        + "completion workers. What goes wrong is drawn from the seed; when exactly it hits is the machine's chance.")
public final class TortureCommand implements Callable<Integer> {

    private static final String CHECKOUT_PROPERTY = "gangway.checkout";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    @Spec
    private CommandSpec spec;

    @Option(names = "--rounds", description = "How many faults.")
    private int rounds = 8;

    @Option(names = "--jobs", description = "How many jobs at least; there are always four under way.")
    private int jobs = 4;

    @Option(
            names = "--victims",
            split = ",",
            paramLabel = "NAME",
            description =
                    "The only ones that are hurt: broker, store, database, gateway, trainer, trainer-2, completion, completion-2, disk.")
    private Set<String> victims = Set.of();

    @Option(
            names = "--kinds",
            split = ",",
            paramLabel = "KIND",
            description = "The only ones that happen: ${COMPLETION-CANDIDATES}. Without it links are not cut.")
    private Set<FaultKind> kinds = Set.of();

    @Option(
            names = "--disk",
            paramLabel = "FOLDER",
            description =
                    "A folder on a file system of its own with at most 2 GB free: broker, store and database keep their data there, and it is filled.")
    private Path disk;

    @Option(
            names = "--down",
            paramLabel = "SECONDS",
            description =
                    "How long a victim is down at most, and stands still at most if this is longer than ten seconds.")
    private long down = Severity.USUALLY_DOWN.toSeconds();

    @Option(names = "--seed", description = "What faults and chances are drawn from.")
    private long seed = 1;

    @Option(
            names = "--repeat",
            description = "So many runs, with the seeds from the given one upwards, each with a system of its own.")
    private int repeat = 1;

    @Option(
            names = "--data",
            paramLabel = "FOLDER",
            description = "Folder of data and logs; each run has one of its own within.")
    private Path data;

    private final Path checkout;
    private final Clock clock;

    private TortureCommand(Path checkout, Clock clock) {
        this.checkout = checkout;
        this.clock = clock;
        this.data = checkout.resolve("deploy/torture/.data");
    }

    /** Runs and ends the JVM with the exit code. */
    public static void main(String... arguments) {
        Path checkout = Path.of(System.getProperty(CHECKOUT_PROPERTY, ""));
        System.exit(new CommandLine(new TortureCommand(checkout, Clock.systemUTC())).execute(arguments));
    }

    @Override
    public Integer call() throws IOException {
        requireDiskIfFilled();
        int code = 0;
        Severity severity = new Severity(rounds, jobs, victims, kinds, Duration.ofSeconds(down));
        for (long run = seed; run < seed + repeat; run++) {
            Path folder = data.resolve("seed-" + run + "-" + clock.millis());
            Tally tally = new Torture(places(folder), clock, this::tell).run(severity, run);
            spec.commandLine().getOut().println(tally);
            spec.commandLine().getOut().flush();
            if (!tally.findings().isEmpty()) {
                code = 1;
            }
        }
        return code;
    }

    private Places places(Path folder) {
        try {
            return new Places(checkout, folder, Optional.ofNullable(disk));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    private void requireDiskIfFilled() {
        if (disk == null && (kinds.contains(FaultKind.FILL) || victims.contains(Severity.DISK))) {
            throw new ParameterException(spec.commandLine(), "only a disk that --disk names is filled");
        }
    }

    private void tell(String line) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(TIME.format(LocalTime.now(clock)) + " " + line);
        out.flush();
    }
}
