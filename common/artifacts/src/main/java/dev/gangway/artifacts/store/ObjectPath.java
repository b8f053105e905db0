package dev.gangway.artifacts.store;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Where an object lies, in its parts: {@code uploads/default/7/a.png} has four. Every key that Gangway writes and every prefix and
 * file name that somebody sends goes through here, so that a path is what it looks like: none leads upwards or aside, and
 * whether one lies within another is asked of their parts and not of their letters.
 *
 * @param parts at least one; each has 1 to 255 bytes in UTF-8 and is neither {@code .} nor {@code ..}, without slashes, backslashes,
 *     control characters and halves of surrogate pairs
 */
public record ObjectPath(List<String> parts) {

    /** What S3 takes, in bytes of UTF-8. */
    private static final int LONGEST = 1024;

    private static final int LONGEST_PART = 255;
    private static final String SEPARATOR = "/";

    /** Throws {@link IllegalArgumentException} that says what is wrong with the first part at fault. */
    public ObjectPath {
        parts = List.copyOf(parts);
        fault(parts).ifPresent(fault -> {
            throw new IllegalArgumentException("the path " + fault);
        });
    }

    /** The path of these parts. */
    public static ObjectPath of(String first, String... more) {
        List<String> parts = new ArrayList<>(1 + more.length);
        parts.add(first);
        parts.addAll(Arrays.asList(more));
        return new ObjectPath(parts);
    }

    /** The path {@code a/b/c}; throws {@link IllegalArgumentException} that says why it is none. */
    public static ObjectPath parse(String path) {
        return new ObjectPath(split(path));
    }

    /** The path {@code a/b/c}, or nothing when it is none. */
    public static Optional<ObjectPath> tryParse(String path) {
        return fault(path).isEmpty() ? Optional.of(new ObjectPath(split(path))) : Optional.empty();
    }

    /** The folder that the first {@code depth} parts of {@code key} name, whatever follows them; nothing when none does, or they are no path. */
    public static Optional<ObjectPath> folderOf(String key, int depth) {
        List<String> parts = split(key);
        return parts.size() > depth && fault(parts.subList(0, depth)).isEmpty()
                ? Optional.of(new ObjectPath(parts.subList(0, depth)))
                : Optional.empty();
    }

    /** The folder {@code a/b/c/}; throws {@link IllegalArgumentException} that says why it is none. */
    public static ObjectPath parseFolder(String prefix) {
        if (!prefix.endsWith(SEPARATOR)) {
            throw new IllegalArgumentException("the path must end with a slash");
        }
        return parse(prefix.substring(0, prefix.length() - 1));
    }

    /** What is wrong with {@code path}, as the end of a sentence; nothing when it is a path. */
    public static Optional<String> fault(String path) {
        return fault(split(path));
    }

    /** The path of something within this folder. */
    public ObjectPath resolve(String... names) {
        return resolve(new ObjectPath(Arrays.asList(names)));
    }

    /** The path of something within this folder. */
    public ObjectPath resolve(ObjectPath inner) {
        List<String> all = new ArrayList<>(parts);
        all.addAll(inner.parts);
        return new ObjectPath(all);
    }

    /** Whether this lies within {@code folder}, at any depth. */
    public boolean isWithin(ObjectPath folder) {
        return depth() > folder.depth() && parts.subList(0, folder.depth()).equals(folder.parts);
    }

    /** The way from {@code folder} to here; {@link IllegalArgumentException} when this does not lie within it. */
    public ObjectPath within(ObjectPath folder) {
        if (!isWithin(folder)) {
            throw new IllegalArgumentException(this + " does not lie within " + folder);
        }
        return from(folder.depth());
    }

    /** The path of the parts from {@code index} on. */
    public ObjectPath from(int index) {
        return new ObjectPath(parts.subList(index, depth()));
    }

    /** The path of the first {@code count} parts. */
    public ObjectPath first(int count) {
        return new ObjectPath(parts.subList(0, count));
    }

    /** How many parts there are. */
    public int depth() {
        return parts.size();
    }

    /** The part at {@code index}, from 0. */
    public String part(int index) {
        return parts.get(index);
    }

    /** The last part. */
    public String name() {
        return parts.get(depth() - 1);
    }

    /** The path of something beside this one. */
    public ObjectPath sibling(String name) {
        return depth() == 1 ? of(name) : first(depth() - 1).resolve(name);
    }

    /**
     * The number of up to {@code digits} decimal digits, at most 18, that follows {@code word} in the part at {@code index}; nothing
     * when there is no such part, or it says something else.
     */
    public OptionalLong number(int index, String word, int digits) {
        if (index >= depth() || !part(index).startsWith(word)) {
            return OptionalLong.empty();
        }
        String number = part(index).substring(word.length());
        boolean decimal = !number.isEmpty()
                && number.length() <= digits
                && number.chars().allMatch(digit -> digit >= '0' && digit <= '9');
        return decimal ? OptionalLong.of(Long.parseLong(number)) : OptionalLong.empty();
    }

    /** The key of an object that lies here: {@code a/b/c}. */
    public String key() {
        return String.join(SEPARATOR, parts);
    }

    /** What the keys of all objects within this folder begin with: {@code a/b/c/}. */
    public String prefix() {
        return key() + SEPARATOR;
    }

    @Override
    public String toString() {
        return key();
    }

    private static List<String> split(String path) {
        List<String> parts = new ArrayList<>();
        int begin = 0;
        for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', begin)) {
            parts.add(path.substring(begin, slash));
            begin = slash + 1;
        }
        parts.add(path.substring(begin));
        return parts;
    }

    private static Optional<String> fault(List<String> parts) {
        if (parts.isEmpty() || parts.equals(List.of(""))) {
            return Optional.of("must not be empty");
        }
        long bytes = parts.size() - 1L;
        for (String part : parts) {
            Optional<String> fault = faultOfPart(part);
            if (fault.isPresent()) {
                return fault;
            }
            bytes += bytes(part);
        }
        return bytes > LONGEST
                ? Optional.of("must have at most " + LONGEST + " bytes in UTF-8, and this has " + bytes)
                : Optional.empty();
    }

    private static Optional<String> faultOfPart(String part) {
        if (part.isEmpty()) {
            return Optional.of(
                    "must not have an empty part, which a slash at its beginning or end and two in a row make");
        }
        if (part.equals(".") || part.equals("..")) {
            return Optional.of("must not have the part " + part);
        }
        if (part.indexOf('/') >= 0 || part.indexOf('\\') >= 0) {
            return Optional.of("must not hold a backslash, nor one of its parts a slash");
        }
        if (part.codePoints().anyMatch(ObjectPath::isUnfit)) {
            return Optional.of("must hold neither control characters nor halves of surrogate pairs");
        }
        return bytes(part) > LONGEST_PART
                ? Optional.of("must not have a part of more than " + LONGEST_PART + " bytes in UTF-8")
                : Optional.empty();
    }

    private static boolean isUnfit(int letter) {
        return Character.isISOControl(letter) || Character.getType(letter) == Character.SURROGATE;
    }

    private static int bytes(String part) {
        return part.getBytes(StandardCharsets.UTF_8).length;
    }
}
