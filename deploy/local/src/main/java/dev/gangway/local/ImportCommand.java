package dev.gangway.local;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gangway.local.client.GangwayClient;
import dev.gangway.local.images.ArchiveStream;
import dev.gangway.local.images.ImageArchive;
import dev.gangway.local.process.GangwayException;
import dev.gangway.local.process.Listener;
import dev.gangway.local.process.LocalSystem;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gangway import}. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        header = "Makes a dataset of a ZIP file or a folder of images.",
        description =
                "Sends the PNG, JPEG and WebP files of a ZIP file or a folder to the running system. Who goes where is decided by a "
                        + "split file (lines PATH,train|validation|test), by folders called train, validation (val, dev) and test, by an "
                        + "identity file (lines FILE PERSON; whole people go to one split each), or by a hash of the names. The "
                        + "files may lie among the images, as split.csv and identity.csv, or be given here. The first file at fault is named, and nothing is "
                        + "imported then.",
        footer = {
            "",
            "Faces of CelebA, 64 pixels high and wide, nobody in two splits:",
            "  gangway import img_align_celeba.zip --identities identity_CelebA.txt --size 64 --crop 25,45,128,128"
        })
final class ImportCommand implements Callable<Integer> {

    private final LocalSystem system;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "PATH", description = "a ZIP file or a folder")
    private Path path;

    @Option(names = "--name", paramLabel = "N", description = "the dataset's name (PATH's)")
    private String name;

    @Option(
            names = "--size",
            paramLabel = "S",
            defaultValue = "32",
            description = "height and width: 32, 64 or 128 (default: ${DEFAULT-VALUE})")
    private String size;

    @Option(
            names = "--crop",
            paramLabel = "L,T,W,H",
            description = "cut this out of every image first, in its pixels: left, top, width, height")
    private String crop;

    @Option(names = "--split-file", paramLabel = "F", description = "says which split each file goes to")
    private Path splitFile;

    @Option(names = "--identities", paramLabel = "F", description = "says who is on each file")
    private Path identities;

    @Option(
            names = "--shares",
            paramLabel = "T,V,E",
            description = "percent of training, validation and test images (80,10,10)")
    private String shares;

    @Option(names = "--seed", paramLabel = "N", description = "another seed gives other splits (0)")
    private String seed;

    ImportCommand(LocalSystem system) {
        this.system = system;
    }

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        ImageArchive archive = new ImageArchive(path, Optional.ofNullable(splitFile), Optional.ofNullable(identities));
        GangwayClient gateway = new GangwayClient(
                URI.create("http://127.0.0.1:" + system.layout().port(Listener.GATEWAY)));
        long begin = System.nanoTime();
        JsonNode imported = send(gateway, archive, out);
        tell(imported, out);
        out.printf(Locale.ROOT, "done in %.1f s%n", (System.nanoTime() - begin) / 1e9);
        return 0;
    }

    private JsonNode send(GangwayClient gateway, ImageArchive archive, PrintWriter out) throws IOException {
        try (ArchiveStream stream = archive.open()) {
            stream.notices()
                    .forEach(notice -> out.printf(
                            Locale.ROOT,
                            "%s (%d files): %s%n",
                            notice.message(),
                            notice.files(),
                            String.join(", ", notice.names())));
            try {
                return gateway.postArchive("/v1/datasets?" + query(archive), stream);
            } catch (GangwayException e) {
                // An archive that ends early is refused for that, which is not what went wrong.
                IOException unread = stream.failure().orElseThrow(() -> e);
                throw new GangwayException("a file of " + path + " cannot be read: " + unread, unread);
            }
        }
    }

    private String query(ImageArchive archive) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("name", name == null ? archive.name() : name);
        parameters.put("size", size);
        parameters.put("crop", crop);
        parameters.put("shares", shares);
        parameters.put("seed", seed);
        return parameters.entrySet().stream()
                .filter(parameter -> parameter.getValue() != null)
                .map(parameter ->
                        parameter.getKey() + "=" + URLEncoder.encode(parameter.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static void tell(JsonNode dataset, PrintWriter out) {
        JsonNode images = dataset.path("images");
        JsonNode split = dataset.path("preparation").path("split");
        out.printf(
                Locale.ROOT,
                "dataset %s version %d: %d training, %d validation and %d test images, %d pixels high and wide%n",
                dataset.path("name").asText(),
                dataset.path("version").asInt(),
                images.path("train").asInt(),
                images.path("validation").asInt(),
                images.path("test").asInt(),
                dataset.path("imageSize").asInt());
        out.printf(
                Locale.ROOT,
                "split: %s%s%n",
                split.path("why").asText(split.path("by").asText()),
                split.path("identities").asText().equals("disjoint") ? "; no person is in two splits" : "");
    }
}
