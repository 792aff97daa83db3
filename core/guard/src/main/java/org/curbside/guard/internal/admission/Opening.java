package org.curbside.guard.internal.admission;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.Manifest;
import java.util.zip.ZipFile;
import org.apache.felix.utils.resource.ResourceBuilder;
import org.curbside.api.guard.Finding;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.Version;

/** Opens a jar and reads what it says of itself, or tells why it cannot. */
final class Opening {

    static final String READABLE = "readable";
    static final String BUNDLE = "bundle";

    private static final byte[] ZIP = {'P', 'K', 3, 4};

    private Opening() {}

    /** The bundle that is in the file, whose every entry has been unpacked once. */
    static Candidate of(Path file) throws Unfit {
        Contents contents;
        try (ZipFile zip = new ZipFile(file.toFile())) {
            contents = Contents.of(zip);
        } catch (IOException | IllegalArgumentException e) {
            throw new Unfit(Finding.refused(READABLE, unreadable(file, e)));
        }
        return candidate(file, headers(contents.manifest()), contents.descriptors());
    }

    private static Map<String, String> headers(Manifest manifest) {
        Map<String, String> headers = new HashMap<>();
        manifest.getMainAttributes().forEach((name, value) -> headers.put("" + name, "" + value));
        return headers;
    }

    private static Candidate candidate(Path file, Map<String, String> headers, Map<String, byte[]> descriptors)
            throws Unfit {
        String name = headers.getOrDefault(Constants.BUNDLE_SYMBOLICNAME, "")
                .split(";", 2)[0]
                .strip();
        if (name.isEmpty() || !"2".equals(headers.get(Constants.BUNDLE_MANIFESTVERSION))) {
            throw new Unfit(Finding.refused(
                    BUNDLE, "Its manifest names no bundle, so it is a plain library. Build it with bnd."));
        }
        try {
            Version version = Version.parseVersion(headers.getOrDefault(Constants.BUNDLE_VERSION, "0"));
            return new Candidate(
                    file, name, version, headers, ResourceBuilder.build("" + file, headers), offers(descriptors));
        } catch (BundleException | IllegalArgumentException e) {
            throw new Unfit(Finding.refused(BUNDLE, "Its manifest breaks a rule of OSGi: " + e.getMessage() + "."));
        }
    }

    private static List<Declared> offers(Map<String, byte[]> descriptors) throws Unfit {
        List<Declared> offers = new ArrayList<>();
        for (Map.Entry<String, byte[]> descriptor : descriptors.entrySet()) {
            try (InputStream in = new ByteArrayInputStream(descriptor.getValue())) {
                offers.addAll(Descriptors.read(in));
            } catch (IOException e) {
                throw new Unfit(Finding.refused(
                        BUNDLE, "Its descriptor " + descriptor.getKey() + " is no XML. Build it with bnd."));
            }
        }
        return offers;
    }

    private static String unreadable(Path file, Exception why) {
        return beginsAsZip(file)
                ? "It begins as a jar and is cut off or damaged (" + why.getMessage() + "). Copy it again."
                : "It is no jar. Build it with bnd, and give the path of the .jar file.";
    }

    private static boolean beginsAsZip(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return Arrays.equals(in.readNBytes(ZIP.length), ZIP);
        } catch (IOException e) {
            return false;
        }
    }
}
