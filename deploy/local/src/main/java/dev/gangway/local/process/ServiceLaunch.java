package dev.gangway.local.process;

import dev.gangway.embedded.Endpoints;
import dev.gangway.embedded.Utf8;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How a process of a service is started on this machine: its command, its environment, its log. */
public final class ServiceLaunch {

    private ServiceLaunch() {}

    /**
     * The start of {@code part}, a service of the system in {@code home}; it writes the home's log of it, and to the output beside it what it says before or
     * instead of that.
     *
     * @param endpoints where broker, store and database answer
     * @throws GangwayException when it is not built
     */
    public static ProcessBuilder of(Part part, Home home, Checkout checkout, Layout layout, Endpoints endpoints) {
        Service service = Service.of(part.role());
        home.create();
        ProcessBuilder builder = new ProcessBuilder(command(part, home, checkout.jarOf(service), layout))
                .directory(home.folder().toFile())
                .redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(home.output(part).toFile()));
        Utf8.prepare(builder);
        ServiceEnvironment.preferences().forEach(builder.environment()::putIfAbsent);
        builder.environment().putAll(ServiceEnvironment.of(part, home, layout, endpoints));
        return builder;
    }

    private static List<String> command(Part part, Home home, Path jar, Layout layout) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        // First, because the system tells only the beginning of a long command line.
        command.addAll(new RunningParts(home).marks(part));
        command.add(Utf8.OPTION);
        command.addAll(Service.of(part.role())
                .javaOptions(layout.share(part.role(), Runtime.getRuntime().availableProcessors())));
        command.addAll(List.of("-jar", jar.toString()));
        return command;
    }
}
