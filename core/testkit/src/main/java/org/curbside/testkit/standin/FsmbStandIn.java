package org.curbside.testkit.standin;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.curbside.testkit.NppesFile;

/**
 * The MED API of the Federation of State Medical Boards with its OAuth 2.0 token endpoint, and physicians under the names and
 * numbers of an {@link NppesFile}: nobody's token lasts longer than it is told, others' clients are refused, and a client
 * that asks too often is told when to come back.
 */
public final class FsmbStandIn extends StandIn {

    /** The id of the only client that it knows. */
    public static final String CLIENT = "curbside-test";

    /** That client's secret. */
    public static final String SECRET = "not a secret & not =real";

    private static final int FIRST = 900_000_000;
    private static final String BEARER = "Bearer ";

    private final Map<String, String> profiles = new ConcurrentHashMap<>();
    private final AtomicInteger tokens = new AtomicInteger();
    private volatile int good;
    private volatile int retryAfter;
    private volatile int lifetime = 3_600;

    /** Nobody is in it yet. */
    public FsmbStandIn() {}

    /** Puts in a physician under the names of that row of the file, with this profile. */
    public FsmbStandIn with(int row, String profile) {
        profiles.put(fid(row), profile);
        return this;
    }

    /** A physician's profile; licences as {@link #licence} and orders as {@link #order} give them, with commas between. */
    public static String profile(int row, String licences, String orders) {
        return """
                {"fid":"%s","profession":"Physician","gender":"F","names":{"names":[{"firstName":"%s","lastName":"%s"}]},
                "npiNumbers":[{"npiNumber":"%s","entityType":"Individual"}],
                "addresses":{"addresses":[{"city":"Sampletown","stateOrProvince":{"code":"NY","description":"New York"}}]},
                "licensure":{"licenses":[%s]},"boardOrders":{"orders":[%s]}}"""
                .formatted(
                        fid(row),
                        NppesFile.givenName(row),
                        NppesFile.familyName(row),
                        NppesFile.npi(row),
                        licences,
                        orders);
    }

    /** A licence; the days are written 2027-06-30. */
    public static String licence(String state, String number, String code, String expires) {
        return """
                {"licensingEntity":{"description":"A board"},"stateOrProvince":{"code":"%s","description":"A state"},
                "licenseNumber":"%s","statusCode":"%s","statusDescription":"Active","issueDate":"2010-07-01T00:00:00",
                "expireDate":"%sT00:00:00","reportedDate":"2026-01-31T00:00:00"}"""
                .formatted(state, number, code, expires);
    }

    /** An order of a board, of that category. */
    public static String order(String category, String action) {
        return """
                {"id":3000001,"reportingEntity":{"description":"A board"},"category":{"code":"%s","description":"Order"},
                "date":"2019-02-04T00:00:00","hasAppeal":false,"actions":[{"actionCode":"A0313","category":"%s"}]}"""
                .formatted(category, action);
    }

    /** No token that was given until now is good any more. */
    public void expireTokens() {
        good = tokens.get();
    }

    /** The lifetime of tokens from now on, in seconds. */
    public void tokensLast(int seconds) {
        lifetime = seconds;
    }

    /** How many tokens were given. */
    public int tokens() {
        return tokens.get();
    }

    /** From now on too many ask, until it is called with 0: come back after so many seconds. */
    public void tooMany(int seconds) {
        retryAfter = seconds;
    }

    @Override
    protected Reply reply(Asked asked) {
        if (retryAfter > 0) {
            return Reply.tooMany(retryAfter);
        }
        if (asked.path().equals("/connect/token")) {
            return token(asked);
        }
        if (!isAuthorized(asked.authorization())) {
            return new Reply(401, "application/json", "", "");
        }
        return asked.path().equals("/v2/practitioners/search") ? search(asked) : profile(asked.path());
    }

    private Reply token(Asked asked) {
        Map<String, String> form = Asked.form(asked.body());
        if (!CLIENT.equals(form.get("client_id")) || !SECRET.equals(form.get("client_secret"))) {
            return Reply.json(400, "{\"error\":\"invalid_client\"}");
        }
        if (!"client_credentials".equals(form.get("grant_type"))) {
            return Reply.json(400, "{\"error\":\"unsupported_grant_type\"}");
        }
        String scope = form.getOrDefault("scope", "");
        if (!scope.contains("med.read") || !scope.contains("med.pdc_read")) {
            return Reply.json(400, "{\"error\":\"invalid_scope\"}");
        }
        return Reply.json("{\"access_token\":\"token-" + tokens.incrementAndGet() + "\",\"expires_in\":" + lifetime
                + ",\"token_type\":\"Bearer\",\"scope\":\"" + scope + "\"}");
    }

    private boolean isAuthorized(String authorization) {
        String token = authorization.startsWith(BEARER + "token-") ? authorization.substring(BEARER.length() + 6) : "";
        return token.matches("[0-9]{1,9}") && Integer.parseInt(token) > good;
    }

    /** By names and one number; case does not matter. */
    private Reply search(Asked asked) {
        if (asked.value("firstName").isEmpty() || asked.value("lastName").isEmpty()) {
            return Reply.json(400, "{\"code\":\"InvalidArgument\",\"message\":\"Name is required.\"}");
        }
        for (Map.Entry<String, String> profile : profiles.entrySet()) {
            int row = Integer.parseInt(profile.getKey()) - FIRST;
            if (NppesFile.givenName(row).equalsIgnoreCase(asked.value("firstName"))
                    && NppesFile.familyName(row).equalsIgnoreCase(asked.value("lastName"))
                    && NppesFile.npi(row).equals(asked.value("npi"))) {
                return Reply.json("{\"fid\":\"" + profile.getKey() + "\"}");
            }
        }
        return notFound();
    }

    private Reply profile(String path) {
        String[] parts = path.split("/", -1);
        boolean asked = parts.length == 5 && path.startsWith("/v2/practitioners/") && path.endsWith("/pdcprofile");
        String profile = asked ? profiles.get(parts[3]) : null;
        return profile == null ? notFound() : Reply.json(profile);
    }

    private static Reply notFound() {
        return Reply.json(404, "{\"code\":\"NotFound\",\"message\":\"Resource not found.\"}");
    }

    private static String fid(int row) {
        return "" + (FIRST + row);
    }
}
