package dev.gangway.local.images;

import dev.gangway.local.process.GangwayException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Images on this machine, in a ZIP file or a folder, as the ZIP archive that the gateway takes.
 *
 * <p>A table that is given takes the place of one that is there. Hidden files and folders stay behind.
 *
 * @param path a ZIP file or a folder
 * @param splitFile says which split each file goes to
 * @param identityFile says who is on each file
 */
public record ImageArchive(Path path, Optional<Path> splitFile, Optional<Path> identityFile) {

    private static final Set<String> SPLIT_FILES = Set.of("split.csv", "split.txt");
    private static final Set<String> IDENTITY_FILES = Set.of("identity.csv", "identity_CelebA.txt");

    /** Checks that everything is there. */
    public ImageArchive {
        if (!Files.exists(path)) {
            throw new GangwayException("there is no " + path);
        }
        Stream.of(splitFile, identityFile).flatMap(Optional::stream).forEach(table -> {
            if (!Files.isRegularFile(table)) {
                throw new GangwayException("there is no file " + table);
            }
        });
    }

    /** What it is called, as a dataset's name: lower-case letters, digits and inner hyphens. */
    public String name() {
        String file = path.toAbsolutePath().normalize().getFileName().toString().replaceFirst("(?i)\\.zip$", "");
        String name = file.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        return name.substring(0, Math.min(63, name.length())).replaceAll("^-+|-+$", "");
    }

    /** Opens the archive, which is put together while it is read; nothing of it is kept. */
    public ArchiveStream open() throws IOException {
        if (Files.isDirectory(path)) {
            return new ArchiveStream(withTables(filesOfFolder()), () -> {});
        }
        try {
            // Also when nothing is added: what is sent as a ZIP archive should be one.
            ZipFile zip = new ZipFile(path.toFile());
            return new ArchiveStream(withTables(filesOf(zip)), zip);
        } catch (ZipException e) {
            throw new GangwayException(path + " is neither a folder nor a ZIP file: " + e.getMessage(), e);
        }
    }

    private List<ArchiveStream.Source> filesOfFolder() throws IOException {
        try (Stream<Path> files = Files.walk(path, FileVisitOption.FOLLOW_LINKS)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> path.relativize(file))
                    .filter(file -> Stream.iterate(file, part -> part != null, Path::getParent)
                            .noneMatch(part -> part.getFileName().toString().startsWith(".")))
                    .map(file ->
                            new ArchiveStream.Source(slashed(file), () -> Files.newInputStream(path.resolve(file))))
                    .sorted(Comparator.comparing(ArchiveStream.Source::name))
                    .toList();
        }
    }

    private static List<ArchiveStream.Source> filesOf(ZipFile zip) {
        return zip.stream()
                .filter(entry -> !entry.isDirectory())
                .map(entry -> new ArchiveStream.Source(entry.getName(), () -> zip.getInputStream(entry)))
                .toList();
    }

    private List<ArchiveStream.Source> withTables(List<ArchiveStream.Source> files) {
        List<ArchiveStream.Source> all = new ArrayList<>(files);
        splitFile.ifPresent(table -> replace(all, SPLIT_FILES, "split.csv", table));
        identityFile.ifPresent(table -> replace(all, IDENTITY_FILES, "identity.csv", table));
        return all;
    }

    private static void replace(List<ArchiveStream.Source> all, Set<String> names, String name, Path table) {
        all.removeIf(file -> names.contains(file.name().substring(file.name().lastIndexOf('/') + 1)));
        all.add(new ArchiveStream.Source(name, () -> open(table)));
    }

    private static InputStream open(Path table) throws IOException {
        return Files.newInputStream(table);
    }

    private static String slashed(Path file) {
        return file.toString().replace(file.getFileSystem().getSeparator(), "/");
    }
}
