package dev.gangway.local.process;

import dev.gangway.embedded.Endpoints;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How a process of a service is started on this machine: its command, its environment, its log. */
public final class ServiceLaunch {

    private ServiceLaunch() {}

    /**
     * The start of {@code part}, a service of the system in {@code home}; its output goes to the home's log of it.
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
                .redirectOutput(ProcessBuilder.Redirect.appendTo(home.log(part).toFile()));
        builder.environment().putAll(ServiceEnvironment.of(part, home, layout, endpoints));
        return builder;
    }

    /**
     * The arguments by which a process is found again. They are outside of the services' own settings under "gangway", which know no
     * other names than theirs.
     */
    static List<String> marks(Part part, Home home) {
        return List.of("-Ddev.gangway.local.home=" + home.folder(), "-Ddev.gangway.local.part=" + part);
    }

    private static List<String> command(Part part, Home home, Path jar, Layout layout) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        // First, because the system tells only the beginning of a long command line.
        command.addAll(marks(part, home));
        command.addAll(Service.of(part.role())
                .javaOptions(layout.share(part.role(), Runtime.getRuntime().availableProcessors())));
        command.addAll(List.of("-jar", jar.toString()));
        return command;
    }
}
