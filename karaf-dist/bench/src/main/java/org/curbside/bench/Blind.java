package org.curbside.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.curbside.api.credential.Blinding;

/**
 * What a blind signature costs the desk, over HTTP and once it is warm; and what a request costs that only looks at the same case. The
 * desk signs the same for a licence as often as it is asked, and each time anew.
 */
public final class Blind {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PHYSICIANS = 40;
    private static final int WARM = 400;

    private Blind() {}

    /** URL, bin/curbside, process number, registry file, signatures, requests per second; prints one JSON object. */
    public static void main(String[] arguments) throws Exception {
        int signatures = Integer.parseInt(arguments[4]);
        Api stranger = Api.at(arguments[0]);
        Console console = new Console(arguments[1]);
        console.run("curbside:registry-load --json nppes " + arguments[3]);
        try (Load load = new Load(Double.parseDouble(arguments[5]), arguments[2])) {
            Road road = new Road(load, stranger, console, PHYSICIANS);
            List<String> keys = road.proven();
            List<Blinding> blindings = new ArrayList<>();
            for (String key : keys) {
                blindings.add(road.blinding(key));
            }
            for (Map.Entry<String, Integer> step :
                    List.of(Map.entry("warm up", WARM), Map.entry("blind signature", signatures))) {
                load.each(
                        step.getKey(),
                        step.getValue(),
                        n -> () -> road.sign(keys.get(n % PHYSICIANS), blindings.get(n % PHYSICIANS)));
            }
            load.each(
                    "look at the case",
                    signatures,
                    n -> () -> stranger.post("/api/licence-desk/status", Map.of("key", keys.get(n % PHYSICIANS))));
            System.out.println(JSON.writeValueAsString(Map.of("steps", load.steps())));
        }
    }
}
